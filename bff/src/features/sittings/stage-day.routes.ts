import { stages as contract } from '@jikaotong/shared/contract';
import { type Context, type Route, bodiesOf, command, refuse } from '../../platform/http';
import { findContest, findContestStage, stageNameOf } from '../contests';
import { addStageDay, findExamDay, lockStageEvent } from '../sessions';
import { promisedSeating } from './seating.repository';

/** As far as a name of a session reaches. */
const LONGEST_NAME = 60;

const openStageDay = command(contract.openStageDay, {
  handle: async (ctx) => {
    const { id } = ctx.input.params;
    const event = await lockStageEvent(ctx.h, id);
    if (!event || !bodiesOf(ctx.actor, contract.openStageDay.who).includes(event.bodyId)) return refuse('not-found');
    if (await findExamDay(ctx.h, id)) return { id };
    if (event.state !== 'published') refuse('wrong-state', { state: `stage-${event.state}` });
    if (event.firstDay === null) refuse('wrong-state', { state: 'stage-unannounced' });
    await addStageDay(ctx.h, event, { ...(await namedStage(ctx, id)), nowMs: ctx.now.ms });
    await promisedSeating(ctx, id);
    ctx.audit('stage-day-opened', { stageId: id, bodyId: event.bodyId, noticeId: event.noticeId });
    return { id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

/** A stage as lists, tickets and doors call it, and what it is a competition of. */
async function namedStage({ h }: Pick<Context, 'h'>, id: string) {
  const row = await findContestStage(h, id);
  const contest = row && (await findContest(h, row.noticeId));
  if (!row || !contest) return refuse('not-found');
  const { offerings } = contest.notice;
  const occupation = offerings.find(({ code }) => code === contest.offeringCode)?.occupation ?? '';
  const name = `${occupation}竞赛${stageNameOf(contest.rule, row.stage)}`.slice(0, LONGEST_NAME);
  return { name, offeringCodes: [contest.offeringCode] };
}

export const routes: Route[] = [openStageDay];
