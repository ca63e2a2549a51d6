import { type Crypto, openJson, sealJson } from '../../platform/crypto';
import type { Proposed, StoredImported } from './imported-record.record';

const placeOf = (row: string) => ({ table: 'imported_record', column: 'proposed', row });

/** What another person has yet to confirm of a record beside its content; null: nothing. */
export const proposedOf = (
  crypto: Crypto,
  { id, proposed }: Pick<StoredImported, 'id' | 'proposed'>,
): Proposed | null => proposed && openJson(crypto, placeOf(id), proposed);

export const sealProposed = (crypto: Crypto, id: string, proposed: Proposed) =>
  sealJson<Proposed>(crypto, placeOf(id), proposed);

/** Nothing waits any more. */
export const NOTHING_WAITS = {
  pending: null,
  proposed: null,
  pendingBy: null,
  pendingName: null,
  pendingSource: null,
} as const;
