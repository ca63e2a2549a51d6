import type { ShownStanding, StageNote, StageStanding } from '@jikaotong/shared/contract';
import { In, IsNull, Not } from 'typeorm';
import { type Handle, insert, placeholders, updateWhere } from '../../platform/db';
import { type StageEntrant, type StageNoteRow, stageEntrantRecord, stageNoteRecord } from './stage.record';

export type { StageEntrant };

export const insertEntrants = (h: Handle, rows: readonly StageEntrant[]): Promise<void> =>
  insert(h, stageEntrantRecord, rows);

export const findEntrant = (h: Handle, stageId: string, number: number): Promise<StageEntrant | null> =>
  h.repo(stageEntrantRecord).findOneBy({ stageId, number });

/** Everybody on the roster, by number. */
export const entrantsIn = (h: Handle, stageId: string): Promise<StageEntrant[]> =>
  h.repo(stageEntrantRecord).find({ where: { stageId }, order: { number: 'ASC' } });

/** The numbers on the roster of these participants of stages, by their ids; who is on none yet has none. */
export async function rosterNumbersOf(
  h: Handle,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  for (const ids of chunks(participantIds))
    for (const { participantId, number } of await h
      .repo(stageEntrantRecord)
      .find({ where: { participantId: In([...ids]) }, select: { participantId: true, number: true } }))
      numbers.set(participantId, number);
  return numbers;
}

/** Whether anybody on the roster has a mark, did not come or was disqualified. */
export async function hasStarted(h: Handle, stageId: string): Promise<boolean> {
  const rows = await h.query(
    `SELECT id FROM stage_entrant
     WHERE stage_id = ? AND (theory IS NOT NULL OR skill IS NOT NULL OR standing IN ('absent', 'disqualified')) LIMIT 1`,
    [stageId],
  );
  return rows.length > 0;
}

/** Entrants as lists and rankings name them; of whoever has stepped back meanwhile, `gone`. */
export type NamedEntrant = StageEntrant & {
  readonly name: string;
  readonly unit: string | null;
  readonly gone: boolean;
};

/** Everybody on the roster with name and unit, by number. */
export async function namedEntrantsIn(h: Handle, stageId: string): Promise<NamedEntrant[]> {
  const named = await h.query<{ id: string; name: string | null; unit: string | null; state: string }>(
    `SELECT s.id AS id, p.name AS name, e.unit AS unit, p.state AS state
     FROM stage_entrant s JOIN participant p ON p.id = s.participant_id LEFT JOIN contest_entry e ON e.id = s.candidate_id
     WHERE s.stage_id = ?`,
    [stageId],
  );
  const known = new Map(named.map((row) => [row.id, row]));
  return (await entrantsIn(h, stageId)).map((row) => {
    const about = known.get(row.id);
    return { ...row, name: about?.name ?? '', unit: about?.unit ?? null, gone: about?.state !== 'approved' };
  });
}

/** The names and units of these entrants, by their id. */
export async function calledOf(
  h: Handle,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly unit: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await h.query<{ id: string; name: string | null; unit: string | null }>(
    `SELECT s.id AS id, p.name AS name, e.unit AS unit FROM stage_entrant s JOIN participant p ON p.id = s.participant_id
     LEFT JOIN contest_entry e ON e.id = s.candidate_id WHERE s.id IN (${placeholders(ids)})`,
    [...ids],
  );
  return new Map(rows.map(({ id, name, unit }) => [id, { name: name ?? '', unit }]));
}

/** How an entrant counts: who has stepped back is withdrawn, whatever was noted but a disqualification. */
export const standingOf = ({ standing, gone }: Pick<NamedEntrant, 'standing' | 'gone'>): StageStanding =>
  gone && standing !== 'disqualified' ? 'withdrawn' : standing;

/** How an entrant is shown: whether somebody came is not known before a mark of theirs, or how they stood, is noted. */
export function shownStandingOf(row: Pick<NamedEntrant, 'standing' | 'gone' | 'version'>): ShownStanding {
  const standing = standingOf(row);
  return standing === 'present' && row.version === 0 ? 'unnoted' : standing;
}

type Noted = Partial<
  Pick<StageEntrant, 'theory' | 'theoryOpenBy' | 'skill' | 'skillOpenBy' | 'standing' | 'standingOpenBy'>
>;

/** Changes an entrant who is still at this version; false when somebody was faster. Goes before the note of it. */
export const changeEntrantIf = async (
  h: Handle,
  { id, version }: Pick<StageEntrant, 'id' | 'version'>,
  set: Noted,
): Promise<boolean> =>
  (await updateWhere(h, stageEntrantRecord, { id, version }, { ...set, version: version + 1 })) === 1;

/** Notes down what is published of everybody on the roster, for lists. */
export async function writeRanks(
  h: Handle,
  stageId: string,
  rows: readonly { readonly entrantId: string; readonly rank: number | null; readonly place: number }[],
): Promise<void> {
  const stored = new Map((await entrantsIn(h, stageId)).map((row) => [row.id, row]));
  for (const { entrantId: id, rank, place } of rows) {
    const row = stored.get(id);
    if (row?.rank !== rank || row.place !== place) await updateWhere(h, stageEntrantRecord, { id }, { rank, place });
  }
}

export const addNotes = (h: Handle, rows: readonly StageNoteRow[]): Promise<void> => insert(h, stageNoteRecord, rows);

/** All that was noted of an entrant, the latest first. */
export const notesOf = (h: Handle, entrantId: string): Promise<StageNoteRow[]> =>
  h.repo(stageNoteRecord).find({ where: { entrantId }, order: { version: 'DESC' } });

type By = { readonly accountId: string; readonly nowMs: number };
const OPEN_BY = { theory: 'theoryOpenBy', skill: 'skillOpenBy', standing: 'standingOpenBy' } as const;
export const openByOf = (row: StageEntrant, part: StageNote): string | null => row[OPEN_BY[part]];

/** Confirms the latest note of a part of one entrant who is still at this version; false when somebody was faster. */
export async function confirmOne(
  h: Handle,
  { id, version }: Pick<StageEntrant, 'id' | 'version'>,
  { part, accountId, nowMs }: By & { readonly part: StageNote },
): Promise<boolean> {
  const where = { id, version, [OPEN_BY[part]]: Not(accountId) };
  if ((await updateWhere(h, stageEntrantRecord, where, { [OPEN_BY[part]]: null })) !== 1) return false;
  const [note] = (await notesOf(h, id)).filter((one) => one.part === part);
  if (note) await confirmNotes(h, [note.id], { accountId, nowMs });
  return true;
}

/** Confirms what others noted of a part in a stage; tells of whom. */
export async function confirmOthers(
  h: Handle,
  stageId: string,
  { part, accountId, nowMs }: By & { readonly part: StageNote },
): Promise<readonly StageEntrant[]> {
  const open = { stageId, [OPEN_BY[part]]: Not(IsNull()) };
  const theirs = (await h.repo(stageEntrantRecord).findBy(open)).filter((row) => openByOf(row, part) !== accountId);
  const entrants = new Set(theirs.map(({ id }) => id));
  const notes = await h
    .repo(stageNoteRecord)
    .find({ where: { stageId, part, confirmedBy: IsNull() }, order: { version: 'ASC' } });
  // the last one that is set is the one that counts
  const latest = new Map(notes.filter((note) => entrants.has(note.entrantId)).map((note) => [note.entrantId, note.id]));
  for (const ids of chunks([...entrants]))
    await updateWhere(h, stageEntrantRecord, { id: In(ids) }, { [OPEN_BY[part]]: null });
  for (const ids of chunks([...latest.values()])) await confirmNotes(h, ids, { accountId, nowMs });
  return theirs;
}

const confirmNotes = (h: Handle, ids: readonly string[], { accountId, nowMs }: By): Promise<number> =>
  updateWhere(h, stageNoteRecord, { id: In([...ids]) }, { confirmedBy: accountId, confirmedAt: nowMs });

/** So many ids fit into one question on either engine. */
const CHUNK = 400;
const chunks = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, at) => ids.slice(at * CHUNK, at * CHUNK + CHUNK));
