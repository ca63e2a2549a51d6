import { unreachable } from '@jikaotong/shared/kernel';
import { In } from 'typeorm';
import type { EntryState } from '@jikaotong/shared/contract';
import { type Handle, insert, placeholders, updateWhere } from '../../platform/db';
import type { Context } from '../../platform/http';
import { type Candidate, accountKeyOf, findByAccountKey, findCandidates, idsOfAccount } from '../candidates';
import {
  HANDED_IN,
  type Participant,
  type ParticipantState,
  changeIf,
  endEverywhere,
  findEnrolled,
  participantsOf,
} from '../participants';
import { type Entry, type EntryRow, type OwnEntry, entryRecord, madeHere } from './contest.record';
import { entryEnded } from './events';

export type { Entry, EntryRow, OwnEntry } from './contest.record';

export const insertOwnRow = (h: Handle, row: EntryRow): Promise<void> => insert(h, entryRecord, row);

/** Sets what only an entry has, once its participant was guarded in the same transaction. */
export async function changeOwnRow(h: Handle, id: string, set: Partial<Omit<EntryRow, 'id'>>): Promise<void> {
  if ((await updateWhere(h, entryRecord, { id }, set)) !== 1) throw new Error(`entry ${id} is gone`);
}

/** Puts an entry into a group that is ranked by itself. */
export const setEntryGroup = (h: Handle, id: string, entrantGroup: string): Promise<void> =>
  changeOwnRow(h, id, { entrantGroup });

/** Says whether an entrant wants the training before a contest; nothing is judged by it, so it asks for no version. */
export const setTrainingWish = (h: Handle, id: string, training: boolean): Promise<void> =>
  changeOwnRow(h, id, { training });

/** The live entry of an account in a competition, made here or named by a list. */
export async function findLiveEntryOf(h: Handle, noticeId: string, accountId: string): Promise<Entry | null> {
  const entry = await findEntryByAccountKey(h, accountKeyOf(noticeId, accountId));
  return entry?.state === 'entered' ? entry : null;
}

/** Changes where a live entry stands that is still at this version; false when it is not. Goes before all other writes. */
export const changeEntryIf = (
  h: Handle,
  { participantId: id, version }: Pick<Entry, 'participantId' | 'version'>,
  set: Partial<Pick<Participant, 'state' | 'verdict' | 'decidedAt' | 'seated' | 'ticketIssuedAt'>>,
): Promise<boolean> => changeIf(h, { id, version, states: HANDED_IN }, set);

/** Ends a live entry that is still at this version, in every stage that it has come to, and says so; false when it is not. */
export async function endEntryIf(
  ctx: Pick<Context, 'h' | 'emit'>,
  entry: Pick<Entry, 'id' | 'participantId' | 'version'>,
  set: { readonly state: 'withdrawn' | 'rejected'; readonly decidedAt?: number },
): Promise<boolean> {
  if (!(await changeEntryIf(ctx.h, entry, { ...set, seated: false, ticketIssuedAt: null }))) return false;
  await endEverywhere(ctx.h, entry.id, set.state);
  await ctx.emit(entryEnded({ entryId: entry.id }));
  return true;
}

export const findEntry = (h: Handle, id: string): Promise<Entry | null> => findWhole(h, { id });

/** One's own, made here; anybody else's does not exist. */
export async function findOwnEntry(h: Handle, accountId: string, id: string): Promise<OwnEntry | null> {
  const row = await findWhole(h, { id, accountId });
  return row && madeHere(row);
}

/** One's own, made here or named by a list; anybody else's does not exist. */
export const findOwnPlace = (h: Handle, accountId: string, id: string): Promise<Entry | null> =>
  findWhole(h, { id, accountId });

export async function listOwnEntries(h: Handle, accountId: string): Promise<OwnEntry[]> {
  const ids = await idsOfAccount(h, { accountId, kind: 'entry' }, { cursor: null, limit: 50 });
  return (await findEntries(h, ids)).flatMap((row) => madeHere(row) ?? []);
}

/** An entry of one of these bodies; any other does not exist. */
export async function findStaffEntry(h: Handle, bodyIds: readonly string[], id: string): Promise<Entry | null> {
  const row = await findEntry(h, id);
  return row && bodyIds.includes(row.bodyId) ? row : null;
}

/** The live entry that holds an account's place in a competition. */
export async function findEntryByAccountKey(h: Handle, accountKey: string): Promise<Entry | null> {
  const candidate = await findByAccountKey(h, accountKey);
  return candidate && findEntry(h, candidate.id);
}

/** Live entries of a competition by the time they came, behind one of them. */
export async function listLiveEntries(
  h: Handle,
  noticeId: string,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Entry[]> {
  const rows = await h.query<{ id: string }>(
    `SELECT c.id AS id ${OF_CONTEST} AND ${IS_LIVE} AND c.id > ? ORDER BY c.id LIMIT ${page.limit}`,
    [noticeId, page.after ?? ''],
  );
  return findEntries(
    h,
    rows.map(({ id }) => id),
  );
}

/** Everybody whom a list from elsewhere has named, also those whom it does not name any more. */
export async function listedEntries(h: Handle, noticeId: string): Promise<Entry[]> {
  const sql = `SELECT c.id AS id ${OF_CONTEST} AND e.listed_on IS NOT NULL ORDER BY c.id`;
  const rows = await h.query<{ id: string }>(sql, [noticeId]);
  return findEntries(
    h,
    rows.map(({ id }) => id),
  );
}

/** Whom a list from elsewhere names with this phone. */
export async function listedByPhone(h: Handle, noticeId: string, phoneIndex: string): Promise<Entry[]> {
  const sql = `SELECT c.id AS id ${OF_CONTEST} AND e.listed_on IS NOT NULL AND c.phone_index = ? ORDER BY c.id`;
  const rows = await h.query<{ id: string }>(sql, [noticeId, phoneIndex]);
  return findEntries(
    h,
    rows.map(({ id }) => id),
  );
}

/** Whom a unit entered, also those who are out again, first who came first. */
export async function entriesOfUnit(h: Handle, of: { readonly noticeId: string; readonly unitId: string }) {
  const sql = `SELECT c.id AS id ${OF_CONTEST} AND c.unit_id = ? ORDER BY c.id`;
  const rows = await h.query<{ id: string }>(sql, [of.noticeId, of.unitId]);
  return findEntries(
    h,
    rows.map(({ id }) => id),
  );
}

/** Those of a list from elsewhere with these ids or documents. */
export async function listedAmong(
  h: Handle,
  noticeId: string,
  of: { readonly ids: readonly string[]; readonly documentIndices: readonly string[] },
): Promise<Entry[]> {
  const either = [
    ...(of.ids.length === 0 ? [] : [`c.id IN (${placeholders(of.ids)})`]),
    ...(of.documentIndices.length === 0 ? [] : [`c.document_index IN (${placeholders(of.documentIndices)})`]),
  ];
  if (either.length === 0) return [];
  const rows = await h.query<{ id: string }>(
    `SELECT c.id AS id ${OF_CONTEST} AND e.listed_on IS NOT NULL AND (${either.join(' OR ')}) ORDER BY c.id`,
    [noticeId, ...of.ids, ...of.documentIndices],
  );
  return findEntries(
    h,
    rows.map(({ id }) => id),
  );
}

/** How many entered, wait for a decision, stepped back, come from how many units, and want the training. */
export async function countEntries(h: Handle, noticeId: string): Promise<Record<(typeof COUNTS)[number], number>> {
  const live = (also: string) => `SUM(CASE WHEN ${IS_LIVE} ${also} THEN 1 ELSE 0 END)`;
  const [row] = await h.query<Partial<Record<(typeof COUNTS)[number], number | string | null>>>(
    `SELECT ${live('')} AS entered,
            SUM(CASE WHEN p.state = 'withdrawn' THEN 1 ELSE 0 END) AS withdrawn,
            SUM(CASE WHEN p.state = 'submitted' THEN 1 ELSE 0 END) AS undecided,
            COUNT(DISTINCT CASE WHEN ${IS_LIVE} THEN e.unit END) AS units,
            ${live('AND e.training')} AS training,
            ${live('AND e.listed_on IS NOT NULL')} AS listed,
            ${live('AND e.listed_on IS NOT NULL AND c.account_id IS NOT NULL')} AS matched
     ${OF_CONTEST}`,
    [noticeId],
  );
  const count = (name: (typeof COUNTS)[number]) => Number(row?.[name] ?? 0);
  return {
    entered: count('entered'),
    withdrawn: count('withdrawn'),
    undecided: count('undecided'),
    units: count('units'),
    training: count('training'),
    listed: count('listed'),
    matched: count('matched'),
  };
}

const COUNTS = ['entered', 'withdrawn', 'undecided', 'units', 'training', 'listed', 'matched'] as const;

export const IS_LIVE = "p.state IN ('submitted', 'approved')";
/**
 * The scope of an entry is its competition, which has an index of its own. Whoever went on to later stages stands in
 * several: an entry is where it entered, and that participant is the oldest.
 */
export const OF_CONTEST = `FROM candidate c JOIN contest_entry e ON e.id = c.id
  JOIN participant p ON p.id = (SELECT MIN(q.id) FROM participant q WHERE q.candidate_id = c.id)
  WHERE c.scope = ?`;

/** So many ids fit into one question on either engine. */
export const CHUNK = 100;

/** The entries of these candidates, in the order of the ids. */
export async function findEntries(h: Handle, ids: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK);
    // a competition may have thousands: others are served between their pages
    if (from > 0) await new Promise(setImmediate);
    // first: what changes in between is then newer than its version, and the guard of a write fails
    const participants = await participantsOf(h, some);
    const candidates = await findCandidates(h, some);
    const own = new Map((await h.repo(entryRecord).findBy({ id: In(some) })).map((row) => [row.id, row]));
    entries.push(...some.flatMap((id) => entryOf(own.get(id), candidates.get(id), participants.get(id)) ?? []));
  }
  return entries;
}

async function findWhole(h: Handle, of: { id: string; accountId?: string }): Promise<Entry | null> {
  const found = await findEnrolled(h, entryRecord, of);
  return found && entryOf(found.own, found.candidate, found.participant);
}

/** The three rows as one value; null where one is missing. */
function entryOf(
  own: EntryRow | undefined,
  candidate: Candidate | undefined,
  participant: Participant | undefined,
): Entry | null {
  // of an entry whose time is over nothing is left but that there was one
  if (!own || !candidate || !participant || candidate.erased === 'record') return null;
  const { name, origin, documentType, documentNumber, documentIndex } = candidate;
  const { id: participantId, version, verdict, firstSubmittedOn: enteredOn } = participant;
  if (name === null || !origin || !documentType || !documentNumber || documentIndex === null || enteredOn === null)
    throw new Error(`entry ${own.id} lacks what every entry holds`);
  if (verdict !== 'eligible' && verdict !== 'needs-review') throw new Error(`entry ${own.id} was judged ${verdict}`);
  const said = { name, origin, documentType, documentNumber, documentIndex };
  const { kind: _, ...enrolment } = candidate;
  const standing = { participantId, version, verdict, enteredOn, state: stateOf(participant.state) };
  return { ...enrolment, ...said, ...own, ...standing };
}

/** How the API says where an entry stands: whether somebody has yet to decide is told beside it. */
function stateOf(state: ParticipantState): EntryState {
  switch (state) {
    case 'submitted':
    case 'approved':
      return 'entered';
    case 'rejected':
      return 'refused';
    case 'withdrawn':
      return 'withdrawn';
    case 'draft':
    case 'returned':
    case 'lapsed':
    case 'void':
      throw new Error(`no entry is ever ${state}`);
    default:
      return unreachable(state);
  }
}
