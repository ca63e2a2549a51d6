import type { Crypto } from '../../platform/crypto';
import type { Roster, RosterRow } from './roster.repository';

/** Without what is mistaken for something else on paper: no 0 and O, no 1, I and L. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/**
 * What an agent hands to one person to claim the own row with, in the place of the roster's phone: eight characters that
 * follow from the row and a secret of ours, so that they can be printed again and stand nowhere. Dead once the row is
 * claimed, and when the agent has new ones made (`codeRound`).
 */
export function claimCodeOf(
  crypto: Pick<Crypto, 'blindIndex'>,
  { codeRound }: Pick<Roster, 'codeRound'>,
  { id }: Pick<RosterRow, 'id'>,
): string {
  let left = BigInt(`0x${crypto.blindIndex('roster-claim', `${id}:${codeRound ?? 0}`).slice(0, 24)}`);
  let code = '';
  for (let at = 0; at < LENGTH; at += 1) {
    code += LETTERS.charAt(Number(left % BigInt(LETTERS.length)));
    left /= BigInt(LETTERS.length);
  }
  return code;
}
