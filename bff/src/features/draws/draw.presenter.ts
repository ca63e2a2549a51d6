import { dayAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import type { Actor, Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { type Contest, entrantsAmong, reachOf, stageNameOf, stagesOf } from '../contests';
import { listExamPapers } from '../sessions';
import { drawMoveWords, drawStepWords } from './draw.record';
import { entryOpenBefore } from './entry-open';
import {
  type StageDraw,
  countSteps,
  mayConnect,
  movesOf,
  placesOf,
  rosterOf,
  seedOf,
  stepsOf,
} from './draw.repository';

/** What is promised, and the seed once the draw was made. */
export const promisedOf = async (
  h: Handle,
  crypto: Pick<Crypto, 'decryptField'>,
  stage: StageCode,
  draw: StageDraw,
) => ({
  stage,
  commitment: draw.commitment,
  committedOn: dayAt(draw.committedAt),
  seed: draw.drawnAt === null ? null : seedOf(crypto, draw),
  drawnOn: draw.drawnAt === null ? null : dayAt(draw.drawnAt),
  entrants: draw.entrants,
  heats: draw.plan && draw.entrants !== null ? Math.ceil(draw.entrants / draw.plan.stations) : null,
  changes: await countSteps(h, draw.id),
});

type Of = {
  readonly contest: Contest;
  readonly eventId: string;
  readonly draw: StageDraw;
  readonly stage: StageCode;
};

/** A draw as staff see it. */
export async function presentStaffDraw(
  ctx: Pick<Context, 'h' | 'ports' | 'now'> & { readonly actor: Actor },
  { contest, eventId, draw, stage }: Of,
) {
  const connects = mayConnect(draw, ctx.actor.accountId);
  const { accepted, undecided } = await rosterOf(ctx.h, eventId);
  const places = await placesOf(ctx.h, eventId);
  const held = new Set(places.flatMap(({ candidateId, state }) => (state === 'withdrawn' ? [] : [candidateId])));
  const steps = await stepsOf(ctx.h, eventId);
  const left = new Set(steps.flatMap(({ candidateId, kind }) => (kind === 'withdrawn' ? [candidateId] : [])));
  const names = new Map(accepted.map(({ candidateId, name }) => [candidateId, name]));
  const moves = await movesOf(ctx.h, eventId);
  const by = [...steps.flatMap(({ takenBy }) => takenBy ?? []), ...moves.map(({ movedBy }) => movedBy)];
  const staff = await staffNamesOf(ctx.h, [...new Set(by)]);
  const said = (await stagesOf(ctx.h, contest.notice.id)).find((one) => one.stage === stage);
  // before the draw those who will be drawn, after it those who have a place
  const concerned = draw.drawnAt === null ? accepted.map(({ candidateId }) => candidateId) : [...held];
  const people = await entrantsAmong(ctx.h, concerned);
  return {
    ...(await promisedOf(ctx.h, ctx.ports.crypto, stage, draw)),
    noticeId: contest.notice.id,
    bodyId: contest.notice.body.id,
    eventId,
    stageName: stageNameOf(contest.rule, stage),
    announced: said ? { day: said.day, startsAt: said.startsAt === null ? null : timeOfDay(said.startsAt) } : null,
    key: draw.keyHolders === null ? ('free' as const) : connects ? ('mine' as const) : ('others' as const),
    inRooms: (await listExamPapers(ctx.h, eventId)).map(({ subject, day, startsAt, endsAt }) => {
      return { subject, day, startsAt, endsAt };
    }),
    entryOpen: draw.drawnAt === null ? entryOpenBefore(contest, stage, ctx.now.day) : null,
    live: accepted.length,
    reach: await reachOf(ctx, contest, [...people.values()]),
    undecided,
    plan: draw.plan && {
      ...draw.plan,
      papers: [...draw.plan.papers],
      blocks: draw.plan.blocks.map(({ day, startsAt, endsAt }) => {
        return { day: localDate(day), startsAt: timeOfDay(startsAt), endsAt: timeOfDay(endsAt) };
      }),
    },
    without:
      draw.drawnAt === null
        ? []
        : accepted
            .filter(({ candidateId }) => !held.has(candidateId))
            .map(({ candidateId, name }) => ({ entryId: candidateId, name, left: left.has(candidateId) })),
    steps: steps.map((step) => ({
      kind: step.kind,
      name: connects ? (names.get(step.candidateId) ?? null) : null,
      position: step.position,
      reason: connects ? drawStepWords.open(ctx.ports.crypto, step, 'reason') : '',
      by: (step.takenBy !== null && staff.get(step.takenBy)) || '',
      on: dayAt(step.takenAt),
    })),
    moves: moves.map((move) => ({
      from: move.fromDay,
      to: move.toDay,
      reason: drawMoveWords.open(ctx.ports.crypto, move, 'reason'),
      by: staff.get(move.movedBy) ?? '',
      on: dayAt(move.movedAt),
    })),
  };
}
