import { type Actor, type Context, refuse } from '../../platform/http';
import { listStaffOf } from '../accounts';
import { type Case, askRefund } from '../cases';

/**
 * Whether money may go back now. Where two have to say so, the first one's word is noted and nothing else happens; the
 * same person cannot be the second. Refuses `second-person-needed`, and `deputy-needed` where the body has nobody else.
 */
export async function mayGiveBack(
  ctx: Pick<Context, 'h' | 'now' | 'ports' | 'audit'> & { readonly actor: Actor },
  found: Case,
  note: string,
): Promise<boolean> {
  const { accountId } = ctx.actor;
  if (!ctx.ports.config.needsSecondPerson) return true;
  if (found.refundAskedBy === accountId) refuse('second-person-needed');
  if (found.refundAskedBy !== null) return true;
  await refuseAlone(ctx, found.bodyId);
  if (!(await askRefund(ctx, found.id, { accountId, note, nowMs: ctx.now.ms })))
    refuse('wrong-state', { state: 'refund-asked' });
  ctx.audit('refund-asked', { caseId: found.id });
  return false;
}

/** Refuses `deputy-needed` where the body has nobody else who decides on money. */
export async function refuseAlone({ h, actor }: Pick<Context, 'h'> & { readonly actor: Actor }, bodyId: string) {
  const others = (await listStaffOf(h, bodyId)).filter(
    (member) => member.accountId !== actor.accountId && member.state === 'active' && member.roles.some(decidesOnMoney),
  );
  if (others.length === 0) refuse('deputy-needed');
}

const decidesOnMoney = (role: string): boolean => role === 'finance' || role === 'administrator';
