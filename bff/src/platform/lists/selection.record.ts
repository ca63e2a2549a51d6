import { type Row, bigint, id, instant, int, json, key, nullable, record, ref, sealedJson, text, word } from '../db';

/** Many rows of a list, frozen to be acted on together. */
export const selectionRecord = record(
  'selection',
  {
    id: id(),
    list: text(40),
    withinId: ref(),
    act: text(40),
    /** Words of somebody's own may be among it. */
    needs: nullable(sealedJson<unknown>()),
    /** Who chose, and in whose name it runs. */
    accountId: ref(),
    state: word<'frozen' | 'running' | 'done' | 'cancelled'>(),
    total: int(),
    /** So many more matched and were left to be looked at one by one; null: from before that was counted. */
    aside: nullable(int()),
    takesBackId: nullable(ref()),
    takenBackById: nullable(ref()),
    madeAt: instant(),
  },
  { index: { ix_selection_made: ['madeAt'], ix_selection_account: ['accountId', 'id'] } },
);
export type Selection = Row<typeof selectionRecord>;

/** One row of it: as it stood, and what became of it. */
export const selectionRowRecord = record(
  'selection_row',
  {
    selectionId: key(36),
    rowId: key(36),
    version: bigint(),
    /** What taking back depends upon; set when it is done. */
    versionAfter: nullable(bigint()),
    state: word<'waiting' | 'done' | 'refused'>(),
    code: nullable(text(60)),
    data: nullable(json<Readonly<Record<string, unknown>>>()),
  },
  {
    index: { ix_selection_row_state: ['selectionId', 'state', 'rowId'] },
    foreign: { fk_selection_row: { column: 'selectionId', references: 'selection', onDelete: 'CASCADE' } },
  },
);
export type SelectionRow = Row<typeof selectionRowRecord>;
