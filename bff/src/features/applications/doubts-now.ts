import { DOUBTS, type Doubt } from '@jikaotong/shared/contract';
import type { Crypto } from '../../platform/crypto';
import type { Application } from './application.record';
import type { OpenRuling } from './ruling.repository';
import { doubtsUnder } from './rulings';

/**
 * Why an application must be looked at by itself, as it stands now: what is stored beside it, under the decisions that
 * hold for its session; an open case; and a photo that nobody has looked at.
 */
export function doubtsNow(
  crypto: Crypto,
  row: Application,
  { rulings, hasCase }: { readonly rulings: readonly OpenRuling[]; readonly hasCase: boolean },
): Doubt[] {
  const stored = doubtsUnder(crypto, row, rulings)?.split(',') ?? [];
  const is = new Set<string>([...stored, ...(hasCase ? ['case'] : [])]);
  if (is.size === 0) is.add('clear');
  if (row.state === 'submitted' && row.photo !== null && row.portraitSeen === null) is.add('portrait');
  return DOUBTS.filter((doubt) => is.has(doubt));
}
