import { stageDraws as contract } from '@jikaotong/shared/contract';
import { drawnPlaceList } from '@jikaotong/shared/lists';
import { timeOfDay } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import {
  type Actor,
  type Context,
  action,
  command,
  download,
  publishedQuery,
  query,
  refuse,
} from '../../platform/http';
import { serveList } from '../../platform/lists';
import { findOwnPlace, loadContest, loadStaffContest, stageEventOf, stageNameOf } from '../contests';
import { findEvents } from '../sessions';
import { presentStaffDraw, promisedOf } from './draw.presenter';
import { findDraw, heldPlacesOf, mayConnect, movesOf, placesOf, seedOf, stepsOf } from './draw.repository';
import { joinDraw, leaveDraw, makeDraw } from './make-draw';
import { moveDraw } from './move-draw';
import { placeSource } from './place-list.repository';

type Staff = Context & { readonly actor: Actor; readonly input: { readonly params: { id: string; stage: StageCode } } };
type At = { readonly id: string; readonly stage: StageCode };

/** The draw of a stage that the competition has; any other does not exist. */
async function shown(h: Handle, { id, stage }: At) {
  const contest = await loadContest({ h }, id);
  if (!contest.rule.stages.some(({ code }) => code === stage)) refuse('not-found');
  const eventId = await stageEventOf(h, id, stage);
  const draw = (await findDraw(h, eventId)) ?? refuse('not-found');
  return { contest, eventId, draw };
}

const getDraw = publishedQuery(contract.getStageDraw, async (ctx) => {
  const { stage } = ctx.input.params;
  const { draw } = await shown(ctx.h, ctx.input.params);
  return promisedOf(ctx.h, ctx.ports.crypto, stage, draw);
});

/** Never a name or a unit; nobody but who knows a participant's id finds the pseudonym. */
const downloadDraw = download(contract.downloadStageDraw, {
  find: async (ctx) => {
    const { stage } = ctx.input.params;
    const { contest, draw } = await shown(ctx.h, ctx.input.params);
    const places = await placesOf(ctx.h, draw.id);
    return {
      format: 'jikaotong-stage-draw-1',
      contest: contest.notice.id,
      stage,
      stageName: stageNameOf(contest.rule, stage),
      commitment: draw.commitment,
      committedAt: new Date(draw.committedAt).toISOString(),
      seed: draw.drawnAt === null ? null : seedOf(ctx.ports.crypto, draw),
      drawnAt: draw.drawnAt === null ? null : new Date(draw.drawnAt).toISOString(),
      plan: draw.plan,
      // whoever stood on the list when it was frozen, sorted: their order tells nothing
      entrants: places.flatMap(({ pseudonym, late }) => (late ? [] : [pseudonym])).toSorted(),
      places: places.map(({ pseudonym, position, heat, station, paper, day, startsAt, state }) => {
        return { entrant: pseudonym, position, heat, station, paper, day, startsAt, state };
      }),
      changes: (await stepsOf(ctx.h, draw.id)).map(({ pseudonym, kind, position, takenAt }) => {
        return { entrant: pseudonym, kind, position, at: new Date(takenAt).toISOString() };
      }),
      moves: (await movesOf(ctx.h, draw.id)).map(({ fromDay: from, toDay: to, movedAt }) => {
        return { from, to, at: new Date(movedAt).toISOString() };
      }),
    };
  },
  render: async (_, file) => ({
    bytes: Buffer.from(JSON.stringify(file)),
    type: 'application/json',
    name: `抽签-${file.stageName}.json`,
  }),
});

async function ofStaff(ctx: Staff, who: readonly (typeof contract.DRAW_STAFF)[number][]) {
  const { id, stage } = ctx.input.params;
  await loadStaffContest(ctx, id, who);
  return { ...(await shown(ctx.h, { id, stage })), stage };
}

const present = async (ctx: Staff) => presentStaffDraw(ctx, await ofStaff(ctx, contract.getStaffStageDraw.who));

const getStaff = query(contract.getStaffStageDraw, (ctx) => present(ctx));

/** Nothing is drawn of a stage that is not held. */
async function refuseCancelled({ h }: Staff, eventId: string): Promise<void> {
  if ((await findEvents(h, [eventId])).get(eventId)?.state === 'cancelled')
    refuse('wrong-state', { state: 'stage-cancelled' });
}

const draw = command(contract.drawStage, {
  handle: async (ctx) => {
    const { contest, eventId, stage } = await ofStaff(ctx, contract.drawStage.who);
    await refuseCancelled(ctx, eventId);
    await makeDraw(ctx, { contest, eventId, stage }, ctx.input.body, ctx.actor.accountId);
    return { id: eventId };
  },
  present: (ctx) => present(ctx),
});

const change = command(contract.changeStageDraw, {
  handle: async (ctx) => {
    const { contest, eventId, stage, draw: drawn } = await ofStaff(ctx, contract.changeStageDraw.who);
    await refuseCancelled(ctx, eventId);
    if (!mayConnect(drawn, ctx.actor.accountId)) refuse('forbidden');
    const { body } = ctx.input;
    const at = { contest, eventId, stage };
    const said = { reason: body.reason, byAccountId: ctx.actor.accountId };
    if (body.kind === 'added') await joinDraw(ctx, at, { ...said, candidateId: body.entryId });
    else await leaveDraw(ctx, at, { ...said, placeId: body.placeId });
    return { id: eventId };
  },
  present: (ctx) => present(ctx),
});

const move = action(contract.moveStageDraw, {
  handle: async (ctx) => {
    const { contest, eventId, stage } = await ofStaff(ctx, contract.moveStageDraw.who);
    await refuseCancelled(ctx, eventId);
    await moveDraw(ctx, { contest, eventId, stage }, ctx.input.body);
    return present(ctx);
  },
});

const mine = query(contract.listMyPlaces, async (ctx) => {
  const entry = (await findOwnPlace(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
  const { rule } = await loadContest(ctx, entry.noticeId);
  const items = [];
  const events = new Map<string, StageCode>();
  for (const { code } of rule.stages) events.set(await stageEventOf(ctx.h, entry.noticeId, code), code);
  const known = await findEvents(ctx.h, [...events.keys()]);
  for (const place of await heldPlacesOf(ctx.h, entry.id)) {
    const stage = events.get(place.eventId);
    if (stage === undefined || known.get(place.eventId)?.state === 'cancelled') continue;
    const { position, heat, station, paper, day, startsAt, endsAt, pseudonym } = place;
    const times = { day, startsAt: timeOfDay(startsAt), endsAt: timeOfDay(endsAt) };
    items.push({ stage, stageName: stageNameOf(rule, stage), position, heat, station, paper, pseudonym, ...times });
  }
  return { items };
});

const places = serveList(drawnPlaceList, placeSource);

export const routes = [getDraw, downloadDraw, getStaff, draw, change, move, mine, ...places.routes];
