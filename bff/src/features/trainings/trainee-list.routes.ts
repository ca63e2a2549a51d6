import type { TrainingAttendance } from '@jikaotong/shared/contract';
import { traineeList } from '@jikaotong/shared/lists';
import { bodiesOf, refuse } from '../../platform/http';
import { type ActContext, type ActOn, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { entrantsAmong, loadContest, setTrainingWish } from '../contests';
import { noteAttendance } from './note-attendance';
import { tellWisher } from './tell-wishers';
import { traineeSource } from './trainee-list.repository';
import { findTrainingIn, traineesOf } from './training.repository';

const trainingNow = async (ctx: ActContext) =>
  (await findTrainingIn(ctx.h, bodiesOf(ctx.actor, traineeList.acts.came.who), ctx.withinId)) ?? refuse('not-found');

const noted =
  (state: TrainingAttendance): ActOn =>
  async (ctx, { id, version }) =>
    noteAttendance(ctx, await trainingNow(ctx), { entryId: id, state, version });

/** Notes that somebody asked for the training, and tells them of it as long as it lies ahead. */
const wish: ActOn = async (ctx, { id, version }) => {
  const training = await trainingNow(ctx);
  const [trainee] = await traineesOf(ctx.h, training, id);
  if (!trainee) return refuse('not-found');
  if (trainee.wants) return version;
  await setTrainingWish(ctx.h, id, true);
  ctx.audit('training-wished', { trainingId: training.id, entryId: id }, { wanted: true });
  const entrant = (await entrantsAmong(ctx.h, [id])).get(id);
  if (entrant && training.cancelledAt === null && training.day >= ctx.now.day)
    await tellWisher(ctx, await loadContest(ctx, training.noticeId), training, entrant);
  return version;
};

export const { routes, jobs } = serveList(traineeList, {
  ...traineeSource,
  acts: { came: noted('came'), absent: noted('absent'), unsaid: noted('open'), wish },
  actorNow: staffActor,
});
