import { results as contract } from '@jikaotong/shared/contract';
import { scoreReviewList } from '@jikaotong/shared/lists';
import { maskName } from '@jikaotong/shared/rules/identity';
import { outcomeOf } from '@jikaotong/shared/rules/results';
import {
  type Actor,
  type Context,
  DEFAULT_PAGE,
  type Route,
  bodiesOf,
  command,
  lastSeen,
  pageOf,
  query,
  refuse,
  refuseWhen,
} from '../../platform/http';
import { serveList } from '../../platform/lists';
import { type Application, findOwnApplication } from '../applications';
import { loadNoticeVersion } from '../notices';
import { findSession, offeringViewOf } from '../sessions';
import { listTickets } from '../sittings';
import { examineesOf } from './examinees';
import { judgePublicity, verdictsOf } from './result.policy';
import { presentResult, presentScoreReviews, subjectResult } from './result.presenter';
import { currentOf } from './result.repository';
import { scoreReviewSource } from './score-list.repository';
import { findScoreReviewFor } from './score-review.repository';
import { requestScoreReview, resolveScoreReview } from './score-reviews';

/** The list that anybody may read while publicity runs; a session without a publicity has none. */
const getPublicity = query(contract.getPublicity, async (ctx) => {
  const session = await findSession(ctx.h, ctx.input.params.id);
  if (!session || session.state === 'planned') return refuse('not-found');
  const publicity = session.windows.find(({ kind }) => kind === 'publicity') ?? refuse('not-found');
  refuseWhen(judgePublicity(session, ctx.now.day));
  const { opens, closes, source } = publicity;
  if (opens === null || closes === null) throw new Error(`session ${session.id} has a publicity without days`);
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const { cursor, limit = DEFAULT_PAGE } = ctx.input.query;
  const tickets = await listTickets(ctx.h, session.id, { after: lastSeen(cursor), limit: limit + 1 });
  const page = pageOf(tickets, limit, (ticket) => [ticket.number]);
  const examinees = await examineesOf(ctx.h, page.items);
  const current = await currentOf(
    ctx.h,
    examinees.map(({ participantId }) => participantId),
  );
  const items = examinees.map((examinee) => {
    const { ticketNumber, name, offeringCode } = examinee;
    const verdicts = verdictsOf(examinee, current);
    return {
      ticketNumber,
      nameMasked: maskName(name),
      offering: offeringViewOf(notice, offeringCode),
      subjects: verdicts.map(subjectResult),
      passed: outcomeOf(verdicts) === 'passed',
    };
  });
  return { items, next: page.next, opens, closes, source };
});

type Mine = Pick<Context, 'h' | 'ports'> & { readonly actor: Actor };

/** One's own application; anybody else's does not exist. */
const own = async ({ h, actor }: Mine, id: string): Promise<Application> =>
  (await findOwnApplication(h, actor.accountId, id)) ?? refuse('not-found');

const present = async (ctx: Mine, id: string) =>
  (await presentResult(ctx, await own(ctx, id))) ?? refuse('not-published');

const getResult = query(contract.getResult, (ctx) => present(ctx, ctx.input.params.id));

const askScoreReview = command(contract.askScoreReview, {
  handle: async (ctx) => {
    const row = await own(ctx, ctx.input.params.id);
    await requestScoreReview(ctx, row, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: row.id };
  },
  present,
});

const reviewFor = async ({ h, actor }: Mine, id: string) =>
  (await findScoreReviewFor(h, bodiesOf(actor, contract.decideScoreReview.who), id)) ?? refuse('not-found');

const decideScoreReview = command(contract.decideScoreReview, {
  handle: async (ctx) => {
    const review = await reviewFor(ctx, ctx.input.params.id);
    await resolveScoreReview(ctx, review, { decision: ctx.input.body, accountId: ctx.actor.accountId });
    return { id: review.id };
  },
  present: async (ctx, id) => {
    const [view] = await presentScoreReviews(ctx, [await reviewFor(ctx, id)]);
    if (!view) throw new Error(`score review ${id} is gone`);
    return view;
  },
});

const reviews = serveList(scoreReviewList, scoreReviewSource);

export const routes: Route[] = [getPublicity, getResult, askScoreReview, ...reviews.routes, decideScoreReview];
