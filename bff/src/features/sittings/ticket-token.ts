import type { TicketToken } from '@jikaotong/shared/contract';
import type { Crypto } from '../../platform/crypto';

/** The QR of a ticket and the key that signed it. */
export function signTicket(
  { tokens }: Pick<Crypto, 'tokens'>,
  ticket: Omit<TicketToken, 'kind'>,
): { token: string; keyId: string } {
  const payload: TicketToken = { kind: 'ticket', ...ticket };
  const token = tokens.sign(JSON.stringify(payload));
  return { token, keyId: token.split('.')[1] ?? '' };
}
