import { results as contract } from '@jikaotong/shared/contract';
import { scoreReviewList } from '@jikaotong/shared/lists';
import { type Actor, type Context, type Route, bodiesOf, command, query, refuse } from '../../platform/http';
import { serveList } from '../../platform/lists';
import { staffNamesOf } from '../accounts';
import { type Application, findOwnApplication } from '../applications';
import { findParticipants } from '../participants';
import { findSession, publishedOnFor } from '../sessions';
import { heldAmong } from './hold.repository';
import { presentResult, presentScoreReviews } from './result.presenter';
import { markersOf } from './result.repository';
import { scoreReviewSource } from './score-list.repository';
import { findScoreReviewFor } from './score-review.repository';
import { requestScoreReview, resolveScoreReview } from './score-reviews';

type Mine = Pick<Context, 'h' | 'ports'> & { readonly actor: Actor };

/** One's own application; anybody else's does not exist. */
const own = async ({ h, actor }: Mine, id: string): Promise<Application> =>
  (await findOwnApplication(h, actor.accountId, id)) ?? refuse('not-found');

async function present(ctx: Mine, id: string) {
  const row = await own(ctx, id);
  const result = await presentResult(ctx, row);
  if (result !== null) return result;
  const session = await findSession(ctx.h, row.sessionId);
  const isOut = session !== null && publishedOnFor(session, row.offeringCode) !== null;
  // held by something, or put right since and not yet checked by a second person
  const [line] = isOut ? await findParticipants(ctx.h, [row.participantId]) : [];
  const waits = line !== undefined && line.resultPendingOn !== null;
  const isHeld = isOut && (await heldAmong(ctx.h, [row.participantId])).has(row.participantId);
  return refuse(waits || isHeld ? 'result-pending' : 'not-published');
}

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

const getScoreReview = query(contract.getScoreReview, async (ctx) => {
  const review = await reviewFor(ctx, ctx.input.params.id);
  const [view] = await presentScoreReviews(ctx, [review]);
  if (!view) throw new Error(`score review ${review.id} is gone`);
  const by = [...new Set(await markersOf(ctx.h, { participantId: review.participantId, subject: review.subject }))];
  const names = await staffNamesOf(ctx.h, by);
  return {
    ...view,
    dueOn: review.dueOn,
    handledBy: by.map((id) => names.get(id) ?? ''),
    mayDecide: review.state === 'open' && !by.includes(ctx.actor.accountId),
  };
});

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

export const routes: Route[] = [getResult, askScoreReview, ...reviews.routes, getScoreReview, decideScoreReview];
