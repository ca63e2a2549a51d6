import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import type { Candidate } from './candidate.record';
import { findCandidates } from './candidate.repository';
import { type Identity, openIdentity } from './identity';

/** What keeps neighbours apart in an exam room, and the subjects one takes; by candidate. */
export async function neighboursOf(
  h: Handle,
  crypto: Crypto,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<Candidate, 'unitId' | 'subjects'> & Pick<Identity, 'employer'>>> {
  const candidates = await findCandidates(h, candidateIds);
  return new Map(
    [...candidates].map(([id, row]) => {
      return [id, { unitId: row.unitId, subjects: row.subjects, employer: openIdentity(crypto, row).employer }];
    }),
  );
}

/** The phones of candidates in the clear, by candidate. */
export async function phonesOf(
  h: Handle,
  crypto: Crypto,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const candidates = await findCandidates(h, candidateIds);
  return new Map(
    [...candidates].flatMap(([id, row]) => {
      const { phone } = openIdentity(crypto, row);
      return phone === null ? [] : [[id, phone] as const];
    }),
  );
}
