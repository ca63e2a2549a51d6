import { type Actor, type Context, refuse } from '../../platform/http';
import { loadAccount, phoneOf } from './account.repository';
import { phoneIndexOf } from './phone-index';

/**
 * A link bound to a number is for whoever has proven that number; refuses `phone-not-proven` and `duty-of-another-phone`.
 */
export async function refuseOtherPhone(
  { h, ports, actor }: Pick<Context, 'h' | 'ports'> & { readonly actor: Actor },
  { phoneIndex }: { readonly phoneIndex: string | null },
): Promise<void> {
  const phone = phoneOf(ports.crypto, await loadAccount(h, actor.accountId)) ?? refuse('phone-not-proven');
  if (phoneIndexOf(ports.crypto, phone) !== phoneIndex) refuse('duty-of-another-phone');
}
