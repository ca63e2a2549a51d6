import type { SubjectCode } from '@jikaotong/shared/notice';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { type Handle, findRow, insert, updateWhere, placeholders } from '../../platform/db';
import { type Candidate, type CandidateKind, candidateRecord } from './candidate.record';
import type { Search } from './identity';

export const insertCandidate = (h: Handle, row: Candidate | readonly Candidate[]): Promise<void> =>
  insert(h, candidateRecord, row);

export const findCandidate = (h: Handle, id: string): Promise<Candidate | null> => findRow(h, candidateRecord, { id });

/** Those with these ids, by id; one that is gone is left out. */
export async function findCandidates(h: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, Candidate>> {
  if (ids.length === 0) return new Map();
  const rows = await h.repo(candidateRecord).findBy({ id: In([...ids]) });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who owns each of these; null: nobody does yet. */
export async function accountsOf(h: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await h
    .repo(candidateRecord)
    .find({ select: { id: true, accountId: true }, where: { id: In([...ids]) } });
  return new Map(rows.map(({ id, accountId }) => [id, accountId]));
}

/** The subjects that retakes among these take again. */
export async function retakesAmong(
  h: Handle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly SubjectCode[]>> {
  if (ids.length === 0) return new Map();
  const rows = await h
    .repo(candidateRecord)
    .find({ select: { id: true, subjects: true }, where: { id: In([...ids]), retakeOfId: Not(IsNull()) } });
  return new Map(rows.flatMap(({ id, subjects }) => (subjects === null ? [] : [[id, subjects] as const])));
}

/** What these are, and who, as far as a list that names them says; one that is gone is left out. */
export async function kindsAndNamesOf(
  h: Handle,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Pick<Candidate, 'kind' | 'name'>>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await h
    .repo(candidateRecord)
    .find({ select: { id: true, kind: true, name: true }, where: { id: In(known) } });
  return new Map(rows.map(({ id, kind, name }) => [id, { kind, name }]));
}

/** An account's enrolments of a kind, newest first; `cursor` is the last id of the page before. */
export async function idsOfAccount(
  h: Handle,
  of: { readonly accountId: string; readonly kind: CandidateKind },
  page: { readonly cursor: string | null; readonly limit: number },
): Promise<string[]> {
  const where = { ...of, ...(page.cursor === null ? {} : { id: LessThan(page.cursor) }) };
  const rows = await h
    .repo(candidateRecord)
    .find({ select: { id: true }, where, order: { id: 'DESC' }, take: page.limit });
  return rows.map(({ id }) => id);
}

/** The applications of everybody whom staff have approved on an application of this account, whoever handed them in. */
export async function applicationsOfPeopleOf(h: Handle, accountId: string): Promise<string[]> {
  const rows = await h.query<{ id: string }>(
    `SELECT DISTINCT c.id AS id FROM candidate o JOIN candidate c ON c.person_id = o.person_id
     WHERE o.account_id = ? AND o.person_id IS NOT NULL AND c.kind = 'application' ORDER BY c.id`,
    [accountId],
  );
  return rows.map(({ id }) => id);
}

export const ownsCandidate = (h: Handle, accountId: string, id: string): Promise<boolean> =>
  h.repo(candidateRecord).existsBy({ id, accountId });

/** Which of these accounts have an enrolment under a notice, drafts included. */
export async function enrolledAmong(h: Handle, noticeId: string, accountIds: readonly string[]): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await h
    .repo(candidateRecord)
    .find({ select: { id: true, accountId: true }, where: { noticeId, accountId: In([...accountIds]) } });
  return new Set(rows.flatMap(({ accountId }) => accountId ?? []));
}

/** The live enrolment that holds an account's place in a scope. */
export const findByAccountKey = (h: Handle, accountKey: string): Promise<Candidate | null> =>
  h.repo(candidateRecord).findOneBy({ accountKey });

/** The live enrolment that holds a document in a scope. */
export const findByDocumentKey = (h: Handle, documentKey: string): Promise<Candidate | null> =>
  h.repo(candidateRecord).findOneBy({ documentKey });

/** Everybody's enrolments of a kind with this document, newest first. */
export async function idsOfDocument(
  h: Handle,
  of: { readonly documentIndex: string; readonly kind: CandidateKind },
): Promise<string[]> {
  const rows = await h.repo(candidateRecord).find({ select: { id: true }, where: of, order: { id: 'DESC' } });
  return rows.map(({ id }) => id);
}

/** Sets columns of a candidate whose participant was guarded in the same transaction; a key that is held throws. */
export async function changeCandidate(h: Handle, id: string, set: Partial<Omit<Candidate, 'id'>>): Promise<void> {
  if ((await updateWhere(h, candidateRecord, { id }, set)) !== 1) throw new Error(`candidate ${id} is gone`);
}

/** Takes all keys from enrolments that are over. */
export const dropKeys = (h: Handle, ids: readonly string[]): Promise<number> =>
  ids.length === 0
    ? Promise.resolve(0)
    : updateWhere(
        h,
        candidateRecord,
        { id: In([...ids]) },
        { accountKey: null, documentKey: null, personKey: null, retakeKey: null },
      );

/** What a search asks of a candidate, as a condition on a table `c`. */
export function searchCondition(search: Search): { readonly sql: string; readonly params: readonly string[] } {
  const { documentTailIndex, phoneTailIndex, phoneIndex, documentIndices, nameBegins } = search;
  const equals = (column: string, value: string | undefined) =>
    value === undefined ? [] : [{ sql: `c.${column} = ?`, params: [value] }];
  const any = [
    ...equals('document_tail_index', documentTailIndex),
    ...equals('phone_tail_index', phoneTailIndex),
    ...equals('phone_index', phoneIndex),
    ...(documentIndices === undefined
      ? []
      : [{ sql: `c.document_index IN (${placeholders(documentIndices)})`, params: [...documentIndices] }]),
    // a range, not LIKE: SQLite has no escape character of its own, and a range uses the index
    ...(nameBegins === undefined
      ? []
      : [{ sql: 'c.name BETWEEN ? AND ?', params: [nameBegins, `${nameBegins}\u{10FFFF}`] }]),
  ];
  return { sql: `(${any.map(({ sql }) => sql).join(' OR ')})`, params: any.flatMap(({ params }) => params) };
}

/** Nothing is left of a draft: what only its kind has goes with it. */
export async function deleteCandidate(h: Handle, id: string | readonly string[]): Promise<void> {
  await h.repo(candidateRecord).delete({ id: typeof id === 'string' ? id : In([...id]) });
}

/** No account owns it any more, and whoever comes may enrol again; who it was stays for those who must know. */
export const unlinkCandidate = (h: Handle, id: string): Promise<void> =>
  changeCandidate(h, id, { accountId: null, accountKey: null });
