import { judgePhones as contract } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import { momentOf } from '@jikaotong/shared/rules/sending';
import { type Actor, type Context, type Route, command, query, refuse } from '../../platform/http';
import { refuseOtherPhone } from '../accounts';
import { findStage } from '../stages';
import { type Judge, findByLink, findOwn, findOwnLocked, join, noteHeard, ownJudges } from './judge.repository';
import { marksOfJudge, outcomesOf } from './judge-mark.repository';
import { type AtPlace, type JudgedPlace, judgingNow } from './judging-now';
import { type Judging, loadJudging, sheetOf } from './judging.repository';
import { refuseSeated } from './seat-judge';
import { takeActs } from './take-acts';

/** Whoever holds the link must have proven the number that staff gave it to. */
const joinJudging = command(contract.joinJudging, {
  handle: async (ctx) => {
    const judge = (await findByLink(ctx.h, ctx.input.params.token)) ?? refuse('invitation-invalid');
    const judging = await loadJudging(ctx.h, judge.judgingId);
    if (judging.lockedAt !== null) refuse('invitation-invalid');
    await refuseOtherPhone(ctx, judge);
    await refuseSeated(ctx, judge, ctx.actor.accountId);
    if (!(await join(ctx.h, judge, ctx.actor.accountId))) refuse('invitation-invalid');
    ctx.audit('judge-joined', { stageId: judging.stageId, noticeId: judging.noticeId });
    return { id: judge.id };
  },
  present: (_, judgeId) => Promise.resolve({ judgeId }),
});

const stageOf = async ({ h }: Pick<Context, 'h'>, { stageId }: Judging) =>
  (await findStage(h, stageId)) ?? refuse('not-found');

/** The numbers that are a judge's to mark: present, and nothing against it. */
const ownPlaces = (
  places: readonly JudgedPlace[],
  judge: Judge,
): readonly (JudgedPlace & { readonly own: AtPlace })[] =>
  places.flatMap((at) => {
    const own = at.judges.find((one) => one.judge.id === judge.id);
    return own && own.bar === null && at.isPresent ? [{ ...at, own }] : [];
  });

const listMyJudging = query(contract.listMyJudging, async (ctx) => {
  const items = [];
  for (const judge of await ownJudges(ctx.h, ctx.actor.accountId)) {
    const judging = await loadJudging(ctx.h, judge.judgingId);
    const stage = await stageOf(ctx, judging);
    const { places } = await judgingNow(ctx.h, ctx.ports.crypto, judging);
    items.push({
      id: judge.id,
      bodyName: stage.notice.body.name,
      title: stage.notice.title.value,
      stageName: stage.name,
      part: judging.part,
      days: [...new Set(ownPlaces(places, judge).map(({ place }) => place.day))].toSorted(),
      locked: judging.lockedAt !== null,
    });
  }
  return { items };
});

const getJudgeList = query(contract.getJudgeList, async (ctx) => {
  const judge = await findOwn(ctx.h, ctx.actor.accountId, ctx.input.params.id);
  if (!judge || judge.state !== 'open') return refuse('not-found');
  const judging = await loadJudging(ctx.h, judge.judgingId);
  const sheet = (await sheetOf(ctx.h, judging)) ?? refuse('not-found');
  const stage = await stageOf(ctx, judging);
  const { places } = await judgingNow(ctx.h, ctx.ports.crypto, judging);
  const today = ownPlaces(places, judge).filter(({ place }) => place.day === ctx.now.day);
  ctx.audit('judge-list-fetched', { stageId: judging.stageId, noticeId: judging.noticeId });
  return {
    id: judge.id,
    title: stage.notice.title.value,
    stageName: stage.name,
    part: judging.part,
    day: ctx.now.day,
    sheetVersion: sheet.version,
    items: [...sheet.items],
    numbers: today.map(({ place, run }) => ({
      placeId: place.id,
      position: place.position,
      heat: place.heat,
      station: place.station,
      startsAt: timeOfDay(place.startsAt),
      run,
    })),
    skipped: places.flatMap(({ place, isPresent, judges }) => {
      const own = judges.find((one) => one.judge.id === judge.id);
      if (!own || place.day !== ctx.now.day || (isPresent && own.bar === null)) return [];
      return [
        { heat: place.heat, station: place.station, why: own.bar === null ? ('absent' as const) : ('barred' as const) },
      ];
    }),
    told: await toldOf(ctx, judge),
    locked: judging.lockedAt !== null,
  };
});

const toldOf = async ({ h }: Pick<Context, 'h'>, { id }: Judge) =>
  (await marksOfJudge(h, id)).map(({ placeId, run, marks, version }) => ({ placeId, run, marks: [...marks], version }));

type Own = Pick<Context, 'h'> & { readonly actor: Actor; readonly input: { readonly params: { readonly id: string } } };

const sendJudgeMarks = command(contract.sendJudgeMarks, {
  handle: async (ctx) => {
    const judge = await findOwnLocked(ctx.h, ctx.actor.accountId, ctx.input.params.id);
    if (!judge) return refuse('not-found');
    const judging = await loadJudging(ctx.h, judge.judgingId);
    const { acts, sentAtMs, waiting } = ctx.input.body;
    const taking = {
      judge,
      judging,
      accountId: ctx.actor.accountId,
      momentOf: momentOf({ nowMs: ctx.now.ms, sentAtMs, notBeforeMs: judge.assignedAt }),
    };
    const fresh = await takeActs(ctx, taking, acts);
    await noteHeard(ctx.h, judge.id, { heardAt: ctx.now.ms, waiting });
    if (fresh > 0) {
      const ids = { stageId: judging.stageId, noticeId: judging.noticeId };
      ctx.audit('judge-marks-taken', ids, { acts: fresh });
    }
    return { id: judge.id };
  },
  present: (ctx) => answerOf(ctx),
});

async function answerOf(
  ctx: Context & Own & { readonly input: { readonly body: { readonly acts: readonly { readonly nonce: string }[] } } },
) {
  const judge = (await findOwn(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
  const judging = await loadJudging(ctx.h, judge.judgingId);
  const outcomes = await outcomesOf(ctx.h, judge.id, ctx.input.body.acts);
  return {
    answers: [...outcomes].map(([nonce, outcome]) => ({ nonce, outcome })),
    told: await toldOf(ctx, judge),
    isOpen: judge.state === 'open',
    locked: judging.lockedAt !== null,
  };
}

export const routes: Route[] = [joinJudging, listMyJudging, getJudgeList, sendJudgeMarks];
