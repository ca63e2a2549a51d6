import { addDays } from '@jikaotong/shared/kernel';
import { reviewList } from '@jikaotong/shared/lists';
import { bodiesOf, refuse, refuseWhen } from '../../platform/http';
import { type ActOn, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { findForBodies } from './application.repository';
import { mendingClosesOn } from '@jikaotong/shared/rules/progress';
import { REVIEW_OVER_REASON } from '@jikaotong/shared/words';
import { approve, reasonNeeded, reject } from './decide';
import { loadFrame } from './frame';
import { rulingsFor } from './ruling.repository';
import { doubtsUnder } from './rulings';
import { reviewSource } from './review-list.repository';
import { takeBackApproval } from './take-back-approval';

/** Approves one of many that raises no question by itself; any other stays for somebody to look at, or to give a reason. */
const approveClear: ActOn = async (ctx, { id, version }) => {
  const bodyIds = bodiesOf(ctx.actor, ['reviewer']);
  const row = (await findForBodies(ctx.h, bodyIds, id)) ?? refuse('not-found');
  refuseWhen(reasonNeeded(ctx, row));
  // as it stands under the decisions that hold now: one may have been taken back meanwhile
  const rulings = await rulingsFor(ctx.h, ctx.ports.crypto, { eventId: row.sessionId, offeringCode: row.offeringCode });
  const doubts = doubtsUnder(ctx.ports.crypto, row, rulings);
  if (doubts !== null) refuse('look-first', { doubts: doubts.split(',') });
  refuseWhen(await approve(ctx, { id, version, bodyIds, byAccountId: ctx.actor.accountId }));
  return version + 1;
};

const reopen: ActOn = async (ctx, { id, version }) => {
  const { accountId: byAccountId } = ctx.actor;
  await takeBackApproval(ctx, { id, version, bodyIds: bodiesOf(ctx.actor, ['reviewer']), byAccountId });
  return version + 1;
};

/** Nobody came to it in time: nothing but this is left to be done about it, and for many at once. */
const rejectUnreviewed: ActOn = async (ctx, { id, version }) => {
  const bodyIds = bodiesOf(ctx.actor, ['reviewer']);
  const row = (await findForBodies(ctx.h, bodyIds, id)) ?? refuse('not-found');
  const lastDay = mendingClosesOn(await loadFrame(ctx.h, row));
  // while it can still be approved it is rejected for what is wrong with it, in somebody's own words
  if (lastDay === null || ctx.now.day <= lastDay)
    refuse('too-early', { opensOn: lastDay === null ? null : addDays(lastDay, 1) });
  await reject(ctx, { id, version, bodyIds, byAccountId: ctx.actor.accountId }, REVIEW_OVER_REASON);
  return version + 1;
};

export const { routes, jobs } = serveList(reviewList, {
  ...reviewSource,
  acts: { approve: approveClear, reopen, rejectUnreviewed },
  actorNow: staffActor,
});
