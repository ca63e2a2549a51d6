import { addDays } from '@jikaotong/shared/kernel';
import { RETURN_REASON_FIELDS, type ReturnReason } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { returnReasonWord } from '@jikaotong/shared/words';
import { bodiesOf, refuse, refuseWhen } from '../../platform/http';
import { type ActOn, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { findForBodies } from './application.repository';
import { mendingClosesOn } from '@jikaotong/shared/rules/progress';
import { REVIEW_OVER_REASON } from '@jikaotong/shared/words';
import { approve, reasonNeeded, reject, sendBack } from './decide';
import { loadFrame } from './frame';
import { recallReturn } from './recall-return';
import { rulingsFor } from './ruling.repository';
import { doubtsNow } from './doubts-now';
import { reviewSource } from './review-list.repository';
import { takeBackApproval } from './take-back-approval';

/** Approves one of many that raises no question by itself; any other stays for somebody to look at, or to give a reason. */
const approveClear: ActOn = async (ctx, { id, version }) => {
  const bodyIds = bodiesOf(ctx.actor, ['reviewer']);
  const row = (await findForBodies(ctx.h, bodyIds, id)) ?? refuse('not-found');
  refuseWhen(reasonNeeded(ctx, row));
  // as it stands under the decisions that hold now: one may have been taken back meanwhile
  const rulings = await rulingsFor(ctx.h, ctx.ports.crypto, { eventId: row.sessionId, offeringCode: row.offeringCode });
  // an open case is told by `approve`
  const doubts = doubtsNow(ctx.ports.crypto, row, { rulings, hasCase: false }).filter((doubt) => doubt !== 'clear');
  if (doubts.length > 0) refuse('look-first', { doubts });
  refuseWhen(await approve(ctx, { id, version, bodyIds, byAccountId: ctx.actor.accountId }));
  return version + 1;
};

const Reasons = reviewList.acts.return.needs;

/** Sends one of many back, with the reasons that were chosen for all of them, as printed or in one's own words, a remark a part. */
const returnOne: ActOn = async (ctx, { id, version }, needs) => {
  const { reasons, words: own = [] } = Reasons.parse(needs);
  const wordsOf = (reason: ReturnReason) => own.find((one) => one.reason === reason)?.text ?? returnReasonWord(reason);
  const fields = [...new Set(reasons.map((reason) => RETURN_REASON_FIELDS[reason]))];
  const remarks = fields.map((field) => {
    const words = reasons.filter((reason) => RETURN_REASON_FIELDS[reason] === field).map(wordsOf);
    return { field, text: words.join('；') };
  });
  const { accountId: byAccountId } = ctx.actor;
  await sendBack(ctx, { id, version, bodyIds: bodiesOf(ctx.actor, ['reviewer']), byAccountId }, remarks);
  return version + 1;
};

const recall: ActOn = async (ctx, { id, version }) => {
  await recallReturn(ctx, { id, version, bodyIds: bodiesOf(ctx.actor, ['reviewer']) });
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
  acts: { approve: approveClear, return: returnOne, reopen, recall, rejectUnreviewed },
  actorNow: staffActor,
});
