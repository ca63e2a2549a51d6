import { type CaseKind, casesAbout } from '@jikaotong/shared/contract';
import { type Actor, type Context, refuse } from '../../platform/http';
import { type Case, closeCase } from '../cases';
import { settleDue } from './give-back';
import { approveRefund } from './refund';
import { mayGiveBack } from './second-person';

/** Whether a case without an attempt is about money outside WeChat, which goes back by hand. */
export const BY_HAND: Readonly<Record<CaseKind, boolean>> = {
  'document-twice': false,
  'paid-twice': true,
  'paid-late': true,
  'amount-mismatch': false,
  'refund-due': true,
  'exam-day-changed': false,
  'not-printable': false,
  'correction-asked': false,
  'banned-paid': false,
  'passed-over': false,
};

/**
 * Decides that the money of a case goes back; where two have to say so, the first one only asks. Tells whether it was
 * decided. Refuses `wrong-state` for a case that is closed or not about money, and as `mayGiveBack`, `settleDue` and
 * `approveRefund`.
 */
export async function refundByCase(
  ctx: Context & { readonly actor: Actor },
  found: Case,
  note: string,
): Promise<boolean> {
  if (found.state !== 'open') refuse('wrong-state', { state: 'resolved' });
  if (!casesAbout('money').includes(found.kind)) refuse('wrong-state', { state: found.kind });
  if (!(await mayGiveBack(ctx, found, note))) return false;
  const by = { accountId: ctx.actor.accountId, note };
  if (!(await closeCase(ctx, found.id, { ...by, nowMs: ctx.now.ms }))) refuse('wrong-state', { state: 'resolved' });
  if (BY_HAND[found.kind] && found.attemptId === null) await settleDue(ctx, found, { ...by, action: 'refund' });
  else await approveRefund(ctx, found, by);
  ctx.audit('case-resolved', { caseId: found.id }, { kind: found.kind, action: 'refund' });
  return true;
}
