import { contestTrainings as contract } from '@jikaotong/shared/contract';
import type { Role } from '@jikaotong/shared/contract';
import { newId } from '../../platform/db';
import { type Actor, type Context, action, bodiesOf, command, query, refuse } from '../../platform/http';
import { contestStagesOf, loadContest, loadStaffContest, reachOf } from '../contests';
import { noteAttendance } from './note-attendance';
import { tellWishers } from './tell-wishers';
import { planReminder } from './training-reminder.job';
import { presentTraining } from './training.presenter';
import {
  type Training,
  addTraining,
  changeTrainingIf,
  countAttendance,
  countWishers,
  findTrainingIn,
  trainingsOf,
  wishersOf,
} from './training.repository';

const list = query(contract.listTrainings, async (ctx) => {
  const contest = await loadStaffContest(ctx, ctx.input.params.id, contract.listTrainings.who);
  const { notice, rule } = contest;
  const events = new Map((await contestStagesOf(ctx.h, notice.id)).map(({ stage, id }) => [stage, id]));
  const stages = [];
  const wished = new Map<string, number>();
  for (const { code, name } of rule.stages) {
    const eventId = events.get(code) ?? '';
    const count = await countWishers(ctx.h, eventId);
    wished.set(eventId, count.wished);
    // everybody enters the first one; of a later one nobody can be told before ranks say who goes on
    if (code === contest.firstStage || count.live > 0)
      stages.push({
        code,
        name,
        wished: count.wished,
        reach: await reachOf(ctx, contest, await wishersOf(ctx.h, eventId)),
      });
  }
  const all = await trainingsOf(ctx.h, notice.id);
  const noted = await countAttendance(
    ctx.h,
    all.map(({ id }) => id),
  );
  const items = all.map((training) => ({
    ...presentTraining(contest, training),
    counts: { wished: wished.get(training.eventId) ?? 0, ...(noted.get(training.id) ?? NOBODY) },
  }));
  return { bodyId: notice.body.id, title: notice.title.value, stages, items };
});

const NOBODY = { came: 0, absent: 0 };

const set = command(contract.setTraining, {
  handle: async (ctx) => {
    const contest = await loadStaffContest(ctx, ctx.input.params.id, contract.setTraining.who);
    const { stage, ...when } = ctx.input.body;
    if (when.day < ctx.now.day) refuse('day-over');
    const event = (await contestStagesOf(ctx.h, contest.notice.id)).find((one) => one.stage === stage);
    if (!event || !contest.rule.stages.some(({ code }) => code === stage)) return refuse('not-found');
    if (stage !== contest.firstStage && (await countWishers(ctx.h, event.id)).live === 0)
      refuse('wrong-state', { state: 'stage-empty' });
    const training: Training = {
      id: newId(),
      bodyId: contest.notice.body.id,
      noticeId: contest.notice.id,
      stage,
      eventId: event.id,
      version: 1,
      ...when,
      setAt: ctx.now.ms,
      setBy: ctx.actor.accountId,
      cancelledAt: null,
      cancelReason: null,
    };
    await addTraining(ctx.h, training);
    ctx.audit('training-set', { trainingId: training.id, noticeId: training.noticeId }, { stage, day: when.day });
    await planReminder(ctx, training);
    await tellWishers(ctx, contest, training, 'contest-training-set');
    return { id: training.id };
  },
  present: (_, id) => Promise.resolve({ id }),
});

const get = query(contract.getTraining, async (ctx) => {
  const training = await loadTraining(ctx, contract.getTraining.who);
  const contest = await loadContest(ctx, training.noticeId);
  const wishers = await wishersOf(ctx.h, training.eventId);
  const noted = (await countAttendance(ctx.h, [training.id])).get(training.id) ?? NOBODY;
  return {
    ...presentTraining(contest, training),
    bodyId: training.bodyId,
    noticeId: training.noticeId,
    title: contest.notice.title.value,
    counts: { wished: wishers.length, ...noted },
    reach: await reachOf(ctx, contest, wishers),
  };
});

const change = action(contract.changeTraining, {
  handle: async (ctx) => {
    const training = await loadTraining(ctx, contract.changeTraining.who);
    const { version, ...when } = ctx.input.body;
    refuseCancelled(training);
    if (when.day < ctx.now.day) refuse('day-over');
    if (WHEN.every((key) => training[key] === when[key])) refuse('nothing-changed');
    if (!(await changeTrainingIf(ctx.h, { id: training.id, version }, when))) refuse('changed-meanwhile');
    ctx.audit('training-changed', { trainingId: training.id }, { from: training.day, to: when.day });
    const changed = { ...training, ...when, version: version + 1 };
    await planReminder(ctx, changed);
    await tellWishers(ctx, await loadContest(ctx, training.noticeId), changed, 'contest-training-set');
    return { done: true as const };
  },
});

const WHEN = ['day', 'startsAt', 'endsAt', 'place', 'note'] as const;

const cancel = action(contract.cancelTraining, {
  handle: async (ctx) => {
    const training = await loadTraining(ctx, contract.cancelTraining.who);
    const { version, reason } = ctx.input.body;
    refuseCancelled(training);
    const cancelled = { cancelledAt: ctx.now.ms, cancelReason: reason };
    if (!(await changeTrainingIf(ctx.h, { id: training.id, version }, cancelled))) refuse('changed-meanwhile');
    ctx.audit('training-cancelled', { trainingId: training.id }, { reason });
    const contest = await loadContest(ctx, training.noticeId);
    await tellWishers(ctx, contest, { ...training, ...cancelled }, 'contest-training-cancelled');
    return { done: true as const };
  },
});

const note = action(contract.noteTrained, {
  handle: async (ctx) => {
    await noteAttendance(ctx, await loadTraining(ctx, contract.noteTrained.who), ctx.input.body);
    return { done: true as const };
  },
});

export const routes = [list, set, get, change, cancel, note];

function refuseCancelled({ cancelledAt }: Training): void {
  if (cancelledAt !== null) refuse('wrong-state', { state: 'training-cancelled' });
}

const loadTraining = async (
  ctx: Pick<Context, 'h'> & { actor: Actor; input: { params: { id: string } } },
  roles: readonly Role[],
): Promise<Training> =>
  (await findTrainingIn(ctx.h, bodiesOf(ctx.actor, roles), ctx.input.params.id)) ?? refuse('not-found');
