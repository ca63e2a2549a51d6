import { In, IsNull, Not } from 'typeorm';
import { type Handle, insert, placeholders, updateWhere } from '../../platform/db';
import {
  type ImportedContent,
  type StoredImported,
  CertificateContent,
  PassContent,
  importedRecord,
} from './imported-record.record';

export type { StoredImported };
/** One that was confirmed, so that its person is known. */
type Read<C extends ImportedContent> = Omit<StoredImported, 'content' | 'pending' | 'personId'> & {
  readonly content: C;
  readonly personId: string;
};
export type ImportedPass = Read<Extract<ImportedContent, { kind: 'pass' }>>;
export type ImportedCertificate = Read<Extract<ImportedContent, { kind: 'certificate' }>>;

/** The records of these keys, by their key. */
export async function findByKeys(h: Handle, keys: readonly string[]): Promise<ReadonlyMap<string, StoredImported>> {
  const found = new Map<string, StoredImported>();
  for (let from = 0; from < keys.length; from += 500) {
    const rows = await h.repo(importedRecord).findBy({ recordKey: In(keys.slice(from, from + 500)) });
    for (const row of rows) found.set(row.recordKey, row);
  }
  return found;
}

/** The numbers that a body brought in of a series in the national form or like it, the highest first. */
export async function broughtIn(
  h: Handle,
  { bodyId, series }: { readonly bodyId: string; readonly series: string },
): Promise<string[]> {
  const rows = await h.query<{ number: string }>(
    `SELECT number FROM imported_record WHERE body_id = ? AND kind = 'certificate' AND number LIKE ?
     ORDER BY number DESC`,
    [bodyId, `${series}______`],
  );
  return rows.map(({ number }) => number);
}

/** No account has proven any more that these are its own. */
export const releaseClaims = (h: Handle, accountId: string): Promise<number> =>
  updateWhere(h, importedRecord, { claimedBy: accountId }, { claimedBy: null });

export const findImportedIn = (h: Handle, bodyId: string, id: string): Promise<StoredImported | null> =>
  h.repo(importedRecord).findOneBy({ id, bodyId });

export const insertImported = (h: Handle, row: StoredImported): Promise<void> => insert(h, importedRecord, row);

/** Changes a record that stands as it did; false when somebody else changed it since. */
export const changeImported = async (
  h: Handle,
  { id, turn }: Pick<StoredImported, 'id' | 'turn'>,
  set: Partial<StoredImported>,
): Promise<boolean> => (await updateWhere(h, importedRecord, { id, turn }, { ...set, turn: turn + 1 })) === 1;

/** Takes away what never held; false when it holds by now. */
export const dropImported = async (h: Handle, { id, turn }: Pick<StoredImported, 'id' | 'turn'>): Promise<boolean> =>
  ((await h.repo(importedRecord).delete({ id, turn, confirmedAt: IsNull() })).affected ?? 0) === 1;

/** Confirmed passes of these people. */
export async function passesOfPeople(h: Handle, personIds: readonly string[]): Promise<ImportedPass[]> {
  if (personIds.length === 0) return [];
  const where = { kind: 'pass' as const, personId: In([...personIds]), confirmedAt: Not(IsNull()) };
  const rows = await h.repo(importedRecord).find({ where, order: { id: 'ASC' } });
  return rows.flatMap(({ personId, ...row }) =>
    personId === null ? [] : [{ ...row, personId, content: PassContent.parse(row.content) }],
  );
}

/** The people whose passes an account has proven to be its own. */
export async function peopleClaimedBy(
  h: Handle,
  accountId: string,
): Promise<readonly Pick<ImportedPass, 'personId' | 'bodyId'>[]> {
  const rows = await h.repo(importedRecord).find({ where: { kind: 'pass', claimedBy: accountId } });
  return rows.flatMap(({ personId, bodyId }) => (personId === null ? [] : [{ personId, bodyId }]));
}

/** A confirmed certificate from before, by its number. */
export async function findImportedCertificate(h: Handle, number: string): Promise<ImportedCertificate | null> {
  const where = { kind: 'certificate' as const, number, confirmedAt: Not(IsNull()) };
  const row = await h.repo(importedRecord).findOneBy(where);
  if (row === null || row.personId === null) return null;
  return { ...row, personId: row.personId, content: CertificateContent.parse(row.content) };
}

/** How many wait for another person, and how many of them for another than this account. */
export async function countWaiting(
  h: Handle,
  { bodyId, accountId }: { readonly bodyId: string; readonly accountId: string },
): Promise<{ waiting: number; mine: number }> {
  const [row] = await h.query<{ waiting: number; mine: number | null }>(
    `SELECT COUNT(*) AS waiting, SUM(CASE WHEN COALESCE(pending_by, imported_by) <> ? THEN 1 ELSE 0 END) AS mine FROM imported_record
     WHERE body_id = ? AND (confirmed_at IS NULL OR pending IS NOT NULL)`,
    [accountId, bodyId],
  );
  return { waiting: Number(row?.waiting ?? 0), mine: Number(row?.mine ?? 0) };
}

/** Those of these numbers that stand for certificates issued here. */
export async function issuedHere(h: Handle, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < numbers.length; from += 500) {
    const some = numbers.slice(from, from + 500);
    const rows = await h.query<{ number: string }>(
      `SELECT number FROM certificate WHERE number IN (${placeholders(some)})`,
      some,
    );
    for (const { number } of rows) found.add(number);
  }
  return found;
}

export const findImported = (h: Handle, id: string): Promise<StoredImported | null> =>
  h.repo(importedRecord).findOneBy({ id });

/** Whom staff have linked an account's enrolments to, and whose passes it has proven to be its own, at a body. */
export async function peopleOfAccount(
  h: Handle,
  { accountId, bodyId }: { readonly accountId: string; readonly bodyId: string },
): Promise<string[]> {
  const rows = await h.query<{ personId: string }>(
    `SELECT person_id AS personId FROM candidate WHERE account_id = ? AND person_id IS NOT NULL
     UNION SELECT person_id FROM imported_record WHERE claimed_by = ? AND body_id = ?`,
    [accountId, accountId, bodyId],
  );
  return rows.map(({ personId }) => personId);
}
