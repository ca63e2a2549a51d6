import type { LocalDate } from '@jikaotong/shared/kernel';
import { In } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, insert, newId, updateWhere, placeholders } from '../../platform/db';
import { type StoredFile, fileRecord } from '../../platform/files';
import { type Candidate, findCandidates, idsOfAccount, idsOfDocument } from '../candidates';
import { LIVE, type Participant, findEnrolled, participantsOf } from '../participants';
import {
  type Application,
  type ApplicationRow,
  type StoredRemark,
  applicationRecord,
  remarkRecord,
} from './application.record';

export const insertOwnRow = (h: Handle, row: ApplicationRow | readonly ApplicationRow[]): Promise<void> =>
  insert(h, applicationRecord, row);

/** Sets what only an application has, once its participant was guarded in the same transaction. */
export async function changeOwnRow(h: Handle, id: string, set: Partial<Omit<ApplicationRow, 'id'>>): Promise<void> {
  if ((await updateWhere(h, applicationRecord, { id }, set)) !== 1) throw new Error(`application ${id} is gone`);
}

/** Notes that what was signed was put right on a day. */
export const noteCorrected = (h: Handle, id: string, correctedOn: LocalDate): Promise<void> =>
  changeOwnRow(h, id, { correctedOn });

/** Whatever its owner; for what features to the right know by id. */
export const findAny = (h: Handle, id: string): Promise<Application | null> => findWhole(h, { id });

/** One's own; null for anybody else's. */
export const findOwn = (h: Handle, accountId: string, id: string): Promise<Application | null> =>
  findWhole(h, { id, accountId });

/** One's own, with the revision of its session at that moment; null for anybody else's. */
export async function findOwnAsOf(
  h: Handle,
  accountId: string,
  id: string,
): Promise<{ row: Application; eventRevision: string } | null> {
  const found = await findEnrolled(h, applicationRecord, { id, accountId });
  const row = found && applicationOf(found.own, found.candidate, found.participant);
  return row && { row, eventRevision: found.eventRevision };
}

/** One handed in to a body of these; drafts are nobody else's business. */
export async function findForBodies(h: Handle, bodyIds: readonly string[], id: string): Promise<Application | null> {
  const row = await findAny(h, id);
  return row && row.submittedAt !== null && bodyIds.includes(row.bodyId) ? row : null;
}

/** Those with these ids, in their order; one that is gone is left out. */
export async function findManyAny(h: Handle, ids: readonly string[]): Promise<Application[]> {
  if (ids.length === 0) return [];
  // first: what changes in between is then newer than its version, and the guard of a write fails
  const participants = await participantsOf(h, ids);
  const candidates = await findCandidates(h, ids);
  const own = new Map((await h.repo(applicationRecord).findBy({ id: In([...ids]) })).map((row) => [row.id, row]));
  return ids.flatMap((id) => applicationOf(own.get(id), candidates.get(id), participants.get(id)) ?? []);
}

/** One's own, newest first; `cursor` is the last id of the page before. */
export const listOwn = async (
  h: Handle,
  accountId: string,
  page: { cursor: string | null; limit: number },
): Promise<Application[]> => findManyAny(h, await idsOfAccount(h, { accountId, kind: 'application' }, page));

/** Everybody's with this document, newest first. */
export const findByDocument = async (h: Handle, documentIndex: string): Promise<Application[]> =>
  findManyAny(h, await idsOfDocument(h, { documentIndex, kind: 'application' }));

/** Everybody of a session who waits for a decision, oldest first. */
export async function submittedIn(h: Handle, eventId: string): Promise<Application[]> {
  const rows = await h.query<{ id: string }>(
    `SELECT p.candidate_id AS id FROM participant p JOIN application a ON a.id = p.candidate_id
     WHERE p.event_id = ? AND p.state = 'submitted' ORDER BY p.submitted_at, p.candidate_id`,
    [eventId],
  );
  const found: Application[] = [];
  for (let from = 0; from < rows.length; from += 500)
    found.push(
      ...(await findManyAny(
        h,
        rows.slice(from, from + 500).map(({ id }) => id),
      )),
    );
  return found;
}

/** What these must be looked at for, as a list; null: nothing. */
export async function changeDoubts(h: Handle, ids: readonly string[], doubts: string | null): Promise<void> {
  for (let from = 0; from < ids.length; from += 500)
    await updateWhere(h, applicationRecord, { id: In(ids.slice(from, from + 500)) }, { doubts });
}

/** Those at a body whose failed subjects the account's people may retake on that day or later, newest first. */
export async function listRetakable(
  h: Handle,
  { accountId, bodyId, day }: { readonly accountId: string; readonly bodyId: string; readonly day: LocalDate },
): Promise<Application[]> {
  const rows = await h.query<{ id: string }>(
    `SELECT c.id AS id FROM candidate c JOIN participant p ON p.candidate_id = c.id
     WHERE c.kind = 'application' AND c.body_id = ? AND p.retake_until >= ? AND (c.account_id = ? OR c.person_id IN
       (SELECT o.person_id FROM candidate o WHERE o.account_id = ? AND o.person_id IS NOT NULL))
     ORDER BY c.id DESC`,
    [bodyId, day, accountId, accountId],
  );
  return findManyAny(
    h,
    rows.map(({ id }) => id),
  );
}

/** Live applications of these sessions that stand under an older version of the notice, by id after the last seen. */
export async function listUnderOlder(
  h: Handle,
  { sessionIds, version }: { readonly sessionIds: readonly string[]; readonly version: number },
  page: { readonly after: string; readonly limit: number },
): Promise<Application[]> {
  if (sessionIds.length === 0) return [];
  const rows = await h.query<{ id: string }>(
    `SELECT a.id AS id FROM application a JOIN participant p ON p.candidate_id = a.id
     WHERE p.event_id IN (${placeholders(sessionIds)}) AND p.state IN (${placeholders(LIVE)}) AND a.notice_version < ? AND a.id > ?
     ORDER BY a.id LIMIT ${page.limit}`,
    [...sessionIds, ...LIVE, version, page.after],
  );
  return findManyAny(
    h,
    rows.map(({ id }) => id),
  );
}

/** A remark in the clear. */
export type Remark = Omit<StoredRemark, 'text'> & { readonly text: string };

export const insertRemarks = (h: Handle, crypto: Crypto, remarks: readonly Omit<Remark, 'id'>[]): Promise<void> =>
  insert(
    h,
    remarkRecord,
    remarks.map(({ text, ...remark }) => {
      const id = newId();
      return { id, ...remark, text: crypto.encryptField(textPlace(id), text) };
    }),
  );

/** All remarks of an application, first round first. */
export async function remarksOf(h: Handle, crypto: Crypto, applicationId: string): Promise<Remark[]> {
  const rows = await h.repo(remarkRecord).find({ where: { applicationId }, order: { round: 'ASC', position: 'ASC' } });
  return rows.map((row) => openRemark(crypto, row));
}

export const openRemark = (crypto: Crypto, row: StoredRemark): Remark => ({
  ...row,
  text: crypto.decryptField(textPlace(row.id), row.text),
});

/** What those who were sent back have to answer now, by application, still sealed. */
export async function remarksToAnswer(
  h: Handle,
  applications: readonly Pick<Application, 'id' | 'state' | 'round'>[],
): Promise<ReadonlyMap<string, readonly StoredRemark[]>> {
  const rounds = new Map(applications.flatMap(({ id, state, round }) => (state === 'returned' ? [[id, round]] : [])));
  const ids = [...rounds.keys()];
  const found = new Map<string, StoredRemark[]>();
  for (let from = 0; from < ids.length; from += 500) {
    const where = { applicationId: In(ids.slice(from, from + 500)) };
    for (const remark of await h.repo(remarkRecord).find({ where, order: { position: 'ASC' } })) {
      const { applicationId } = remark;
      if (remark.round !== rounds.get(applicationId)) continue;
      found.set(applicationId, [...(found.get(applicationId) ?? []), remark]);
    }
  }
  return found;
}

const textPlace = (row: string) => ({ table: 'application_remark', column: 'text', row });

/** The stored files with these ids, whoever owns them. */
export const findFiles = async (h: Handle, ids: readonly string[]): Promise<StoredFile[]> =>
  ids.length === 0 ? [] : h.repo(fileRecord).findBy({ id: In([...new Set(ids)]) });

async function findWhole(h: Handle, of: { id: string; accountId?: string }): Promise<Application | null> {
  const found = await findEnrolled(h, applicationRecord, of);
  return found && applicationOf(found.own, found.candidate, found.participant);
}

/** The three rows as one value; null where one is missing. */
const applicationOf = (
  own: ApplicationRow | undefined,
  candidate: Candidate | undefined,
  participant: Participant | undefined,
): Application | null => (own && candidate && participant ? wholeOf(own, candidate, participant) : null);

/** The three rows of an application as one value. */
function wholeOf(own: ApplicationRow, candidate: Candidate, participant: Participant): Application {
  const { id: participantId, candidateId: _, eventId: sessionId, kind: __, ...standing } = participant;
  // fifty times faster than spreading them, for so many properties (`npm run bench`)
  return Object.assign({}, candidate, standing, own, { participantId, sessionId });
}
