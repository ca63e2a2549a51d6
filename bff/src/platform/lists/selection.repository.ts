import * as z from 'zod/mini';
import { LessThan, MoreThan, Not } from 'typeorm';
import { MOST_CHOSEN, type RefusalKind, type SelectionView } from '@jikaotong/shared/lists';
import { type Crypto, openJson, sealJson } from '../crypto';
import { type Handle, insert, newId, placeholders, updateWhere } from '../db';
import { type Refused, refuse } from '../http';
import { type Chosen, type Condition, type Served, fromOf } from './list-source';
import { type Selection, type SelectionRow, selectionRecord, selectionRowRecord } from './selection.record';

export type { Selection, SelectionRow };

type NewSelection = Pick<Selection, 'list' | 'withinId' | 'act' | 'accountId' | 'takesBackId' | 'madeAt' | 'aside'>;
/** What the act needs to know, and how it is sealed. */
type Needs = { readonly crypto: Crypto; readonly needs: unknown };

/** Freezes ids and versions of what matches, in one statement; refuses an empty choice and one of too many. */
export async function freeze(
  h: Handle,
  { source }: Served,
  given: NewSelection & Needs,
  { sql, params }: Condition,
): Promise<Selection> {
  const { crypto, needs, ...rest } = given;
  const selection = await addSelection(h, rest, needs === null ? null : { crypto, needs });
  const total = await h.run(
    `INSERT INTO selection_row (selection_id, row_id, version, state)
     SELECT ?, ${source.id}, ${source.version}, 'waiting' FROM ${fromOf(source)} WHERE ${sql} LIMIT ?`,
    [selection.id, ...params, MOST_CHOSEN + 1],
  );
  if (total === 0) refuse('wrong-state', { state: 'empty' });
  if (total > MOST_CHOSEN) refuse('too-large', { of: 'selection', most: MOST_CHOSEN });
  return settleTotal(h, selection, total);
}

/** A selection of what another one has done, each row as it stood after that. */
export async function freezeDone(
  h: Handle,
  given: Omit<NewSelection, 'aside'> & { takesBackId: string },
): Promise<Selection> {
  const selection = await addSelection(h, { ...given, aside: 0 }, null);
  const total = await h.run(
    `INSERT INTO selection_row (selection_id, row_id, version, state)
     SELECT ?, row_id, version_after, 'waiting' FROM selection_row WHERE selection_id = ? AND state = 'done'`,
    [selection.id, given.takesBackId],
  );
  if (total === 0) refuse('wrong-state', { state: 'empty' });
  return settleTotal(h, selection, total);
}

/** How many rows hold a condition. */
export async function countHeld(h: Handle, { source }: Served, { sql, params }: Condition): Promise<number> {
  const [row] = await h.query<{ n: number | string }>(
    `SELECT COUNT(*) AS n FROM ${fromOf(source)} WHERE ${sql}`,
    params,
  );
  return Number(row?.n ?? 0);
}

async function addSelection(h: Handle, given: NewSelection, known: Needs | null): Promise<Selection> {
  const id = newId();
  const sealed = known ? sealJson(known.crypto, placeOf(id), known.needs) : null;
  const selection: Selection = { ...given, id, needs: sealed, state: 'frozen', total: 0, takenBackById: null };
  await insert(h, selectionRecord, selection);
  return selection;
}

/** What was told with a choice; null where its act needs nothing. */
export const openNeeds = (crypto: Crypto, { id, needs }: Pick<Selection, 'id' | 'needs'>): unknown =>
  needs && openJson(crypto, placeOf(id), needs);

const placeOf = (row: string) => ({ table: 'selection', column: 'needs', row }) as const;

async function settleTotal(h: Handle, selection: Selection, total: number): Promise<Selection> {
  await updateWhere(h, selectionRecord, { id: selection.id }, { total });
  return { ...selection, total };
}

/** A selection of this list within this body or event; null when there is none. */
export const findSelection = (
  h: Handle,
  where: { readonly id: string; readonly list: string; readonly withinId: string },
): Promise<Selection | null> => h.repo(selectionRecord).findOneBy(where);

export const findSelectionById = (h: Handle, id: string): Promise<Selection | null> =>
  h.repo(selectionRecord).findOneBy({ id });

/** The conditional step from one state to the next; false when it had left that state. */
export const moveOn = async (
  h: Handle,
  id: string,
  from: Selection['state'],
  to: Selection['state'],
): Promise<boolean> => (await updateWhere(h, selectionRecord, { id, state: from }, { state: to })) === 1;

/** Notes which selection takes this one back; false when another one does already. */
export const noteTakenBack = async (h: Handle, id: string, byId: string): Promise<boolean> =>
  (await h.run('UPDATE selection SET taken_back_by_id = ? WHERE id = ? AND taken_back_by_id IS NULL', [byId, id])) ===
  1;

/** The next rows to act on. */
export const findWaiting = (h: Handle, selectionId: string, limit: number): Promise<SelectionRow[]> =>
  h.repo(selectionRowRecord).find({
    where: { selectionId, state: 'waiting' },
    order: { rowId: 'ASC' },
    take: limit,
  });

/** Takes a row for this run; false when it was done before, or the selection no longer runs. */
export const takeRow = async (h: Handle, selectionId: string, rowId: string): Promise<boolean> =>
  (await h.run(
    `UPDATE selection_row SET state = 'done' WHERE selection_id = ? AND row_id = ? AND state = 'waiting'
     AND EXISTS (SELECT 1 FROM selection s WHERE s.id = ? AND s.state = 'running')`,
    [selectionId, rowId, selectionId],
  )) === 1;

export const noteVersion = (h: Handle, selectionId: string, rowId: string, versionAfter: number): Promise<number> =>
  updateWhere(h, selectionRowRecord, { selectionId, rowId }, { versionAfter });

export const noteRefusal = (h: Handle, selectionId: string, rowId: string, no: Refused): Promise<number> =>
  updateWhere(
    h,
    selectionRowRecord,
    { selectionId, rowId, state: 'waiting' },
    { state: 'refused', code: no.refused, data: no.data ?? null },
  );

/** The row as it stands now, within the list; null when it has left it. */
export async function findChosen(
  h: Handle,
  { source }: Served,
  withinId: string,
  rowId: string,
): Promise<Chosen | null> {
  const [row] = await h.query<{ id: string; version: number }>(
    `SELECT ${source.id} AS id, ${source.version} AS version FROM ${fromOf(source)}
     WHERE ${source.within} = ? AND ${source.id} = ?`,
    [withinId, rowId],
  );
  return row ? { id: row.id, version: Number(row.version) } : null;
}

/** Results in the order of their ids, after one of them. */
export const listResults = (
  h: Handle,
  selectionId: string,
  { after, state, limit }: { after: string | null; state: SelectionRow['state'] | undefined; limit: number },
): Promise<SelectionRow[]> =>
  h.repo(selectionRowRecord).find({
    where: { selectionId, ...(state && { state }), ...(after !== null && { rowId: MoreThan(after) }) },
    order: { rowId: 'ASC' },
    take: limit,
  });

/** What was refused, equal answers together, the most frequent first. */
export async function countKinds(h: Handle, selectionId: string): Promise<RefusalKind[]> {
  const rows = await h.query<{ code: string; data: unknown; n: number | string }>(
    `SELECT code, data, COUNT(*) AS n FROM selection_row WHERE selection_id = ? AND state = 'refused' AND code IS NOT NULL
     GROUP BY code, data ORDER BY COUNT(*) DESC, code`,
    [selectionId],
  );
  return rows.map(({ code, data, n }) => ({ code, data: dataIn(data), rows: Number(n) }));
}
const Data = z.nullable(z.record(z.string(), z.unknown()));
const dataIn = (raw: unknown) => Data.parse(typeof raw === 'string' ? JSON.parse(raw) : (raw ?? null));

/** Whether somebody else did the same to a row, in a selection made in the day before or since that is not taken back. */
export async function isDoneByAnother(
  h: Handle,
  { list, withinId, act, accountId, madeAt }: Selection,
  rowId: string,
): Promise<boolean> {
  const rows = await h.query(
    `SELECT r.row_id FROM selection s JOIN selection_row r ON r.selection_id = s.id AND r.row_id = ?
     WHERE s.made_at >= ? AND s.list = ? AND s.within_id = ? AND s.act = ? AND s.account_id <> ? AND s.taken_back_by_id IS NULL
       AND r.state = 'done' LIMIT 1`,
    [rowId, new Date(madeAt - 86_400_000), list, withinId, act, accountId],
  );
  return rows.length > 0;
}

/** How far a selection has come. */
export async function countStates(h: Handle, selectionId: string): Promise<RowCounts> {
  return (await countStatesOf(h, [selectionId]))(selectionId);
}

/** How many rows of a selection wait, are done, were refused. */
export type RowCounts = Pick<SelectionView, 'waiting' | 'done' | 'refused'>;

/** How far each of these selections has come. */
export async function countStatesOf(h: Handle, ids: readonly string[]): Promise<(selectionId: string) => RowCounts> {
  const found = new Map<string, RowCounts>();
  const rows =
    ids.length === 0
      ? []
      : await h.query<{ selection: string; state: SelectionRow['state']; n: number }>(
          `SELECT selection_id AS selection, state, COUNT(*) AS n FROM selection_row
           WHERE selection_id IN (${placeholders(ids)}) GROUP BY selection_id, state`,
          ids,
        );
  for (const { selection, state, n } of rows)
    found.set(selection, { ...(found.get(selection) ?? NONE), [state]: Number(n) });
  return (id) => found.get(id) ?? NONE;
}
const NONE: RowCounts = { waiting: 0, done: 0, refused: 0 };

/** What an account did to many, the latest first; what was only looked at and never started is left out. */
export const findSelectionsOf = (
  h: Handle,
  where: Pick<Selection, 'accountId'> & Partial<Pick<Selection, 'list' | 'withinId'>>,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<Selection[]> =>
  h.repo(selectionRecord).find({
    where: { ...where, state: Not('frozen'), ...(before !== null && { id: LessThan(before) }) },
    order: { id: 'DESC' },
    take: limit,
  });

/** Forgets what was chosen more than ninety days ago; what it did stands in the audit. */
export const forgetOldSelections = (h: Handle, nowMs: number): Promise<number> =>
  h.run('DELETE FROM selection WHERE made_at < ?', [new Date(nowMs - 90 * 86_400_000)]);
