import type { RulingView } from '@jikaotong/shared/contract';
import { doubtedKey, doubtedWords } from '@jikaotong/shared/rules/eligibility';
import type { Crypto } from '../../platform/crypto';
import type { Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import type { Application } from './application.record';
import { type OpenRuling, rulingsFor } from './ruling.repository';
import { openAssessment } from './told-parts';

export const presentRuling = (
  { id, code, word, counts, reason, byAccountId, at }: OpenRuling,
  people: ReadonlyMap<string, string>,
): RulingView => ({ id, code, word, counts, reason, by: people.get(byAccountId) ?? '', at });

/** What was decided for all of the session about words that this application says. */
export async function rulingsOn({ h, ports }: Pick<Context, 'h' | 'ports'>, row: Application): Promise<RulingView[]> {
  const all = await rulingsFor(h, ports.crypto, { eventId: row.sessionId, offeringCode: row.offeringCode });
  const own = saidOf(ports.crypto, row, all);
  const people = await staffNamesOf(
    h,
    own.map(({ byAccountId }) => byAccountId),
  );
  return own.map((ruling) => presentRuling(ruling, people));
}

/** Those decisions that are about words which this application says. */
export function saidOf(crypto: Crypto, row: Application, rulings: readonly OpenRuling[]): readonly OpenRuling[] {
  const stored = openAssessment(crypto, row);
  if (stored === null) return [];
  const said = new Set(doubtedWords({ route: row.route, assessment: stored.assessment }).map(doubtedKey));
  return rulings.filter((ruling) => said.has(doubtedKey(ruling)));
}
