import { TicketToken } from '@jikaotong/shared/contract';
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

/** What the QR of a ticket says, or null when it is not ours, not whole, or no ticket's. */
export function readTicket({ tokens }: Pick<Crypto, 'tokens'>, token: string): TicketToken | null {
  const payload = tokens.verify(token);
  if (payload === null) return null;
  const read = TicketToken.safeParse(JSON.parse(payload));
  return read.success ? read.data : null;
}
