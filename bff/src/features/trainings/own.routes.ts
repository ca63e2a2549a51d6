import { contestTrainings as contract } from '@jikaotong/shared/contract';
import type { OwnTraining } from '@jikaotong/shared/contract';
import { type Actor, type Context, action, query, refuse } from '../../platform/http';
import { findLiveEntryOf, loadContest, setTrainingWish } from '../contests';
import { presentTraining } from './training.presenter';
import { attendedBy, liveEventsOf, trainingsOf } from './training.repository';

type Own = Pick<Context, 'h' | 'now'> & { readonly actor: Actor; readonly input: { readonly params: { id: string } } };

const get = query(contract.getOwnTraining, presentOwn);

const wish = action(contract.wishTraining, {
  handle: async (ctx) => {
    const { notice } = await loadContest(ctx, ctx.input.params.id);
    const entry = (await findLiveEntryOf(ctx.h, notice.id, ctx.actor.accountId)) ?? refuse('not-found');
    const { wanted } = ctx.input.body;
    if (entry.training !== wanted) {
      await setTrainingWish(ctx.h, entry.id, wanted);
      ctx.audit('training-wished', { entryId: entry.id, noticeId: notice.id }, { wanted });
    }
    return presentOwn(ctx);
  },
});

export const routes = [get, wish];

async function presentOwn(ctx: Own): Promise<OwnTraining> {
  const contest = await loadContest(ctx, ctx.input.params.id);
  const entry = await findLiveEntryOf(ctx.h, contest.notice.id, ctx.actor.accountId);
  if (!entry) return { entered: false, wanted: false, items: [] };
  const events = await liveEventsOf(ctx.h, entry.id);
  const attended = await attendedBy(ctx.h, entry.id);
  const items = (await trainingsOf(ctx.h, contest.notice.id))
    .filter(({ eventId }) => events.has(eventId))
    .map((training) => {
      const { id, version: _, ...shown } = presentTraining(contest, training);
      return { ...shown, attendance: attended.get(id) ?? ('open' as const) };
    });
  const isAhead = ({ day, cancelled }: (typeof items)[number]) => day >= ctx.now.day && cancelled === null;
  // the next one first, what is over or called off behind
  return {
    entered: true,
    wanted: entry.training,
    items: [...items.filter(isAhead), ...items.filter((one) => !isAhead(one)).toReversed()],
  };
}
