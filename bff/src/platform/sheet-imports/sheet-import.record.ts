import type { SheetImportView, SheetItem } from '@jikaotong/shared/contract';
import { type Row, bool, encrypted, id, instant, int, json, nullable, record, ref, text, word } from '../db';

/** One sheet that somebody sent; `liveKey` (sheet:subject) keeps a subject from having two applied at once. */
export const sheetImportRecord = record(
  'sheet_import',
  {
    id: id(),
    sheet: word<string>(40),
    /** The id in the path: a session, a competition. */
    subjectId: text(64),
    accountId: ref(),
    state: word<SheetImportView['state']>(),
    liveKey: nullable(text(120)),
    counts: json<SheetImportView['counts']>(),
    ignored: json<readonly string[]>(),
    /** What it does to what is owed. */
    effect: nullable(json<NonNullable<SheetImportView['effect']>>()),
    /** What it was compared with, where a kind asks; another by now, and it is compared anew. */
    basis: nullable(text(64)),
    /** What was sent, until the import is over. */
    fileId: nullable(ref()),
    total: int(),
    applied: int(),
    refused: int(),
    createdAt: instant(),
    finishedAt: nullable(instant()),
  },
  {
    unique: { uq_sheet_import_live: ['liveKey'] },
    index: { ix_sheet_import_subject: ['sheet', 'subjectId', 'createdAt'] },
  },
);
export type SheetImport = Row<typeof sheetImportRecord>;

/** A problem or a change of a sheet; its key makes it apply once however often the job begins anew. */
export const sheetItemRecord = record(
  'sheet_item',
  {
    id: id(),
    importId: ref(),
    position: int(),
    kind: word<SheetItem['kind']>(),
    itemKey: text(120),
    state: word<SheetItem['state']>(),
    /** Of a judged row: something about it is not in order; null: rows are not judged. */
    attention: nullable(bool()),
    /** Why it was refused while the others were applied. */
    outcome: nullable(text(60)),
    /** `ItemContent` as JSON: people stand in it. */
    content: encrypted(),
  },
  {
    unique: { uq_sheet_item_key: ['importId', 'itemKey'] },
    index: {
      ix_sheet_item_state: ['importId', 'state', 'position'],
      ix_sheet_item_kind: ['importId', 'kind', 'position'],
    },
    foreign: { fk_sheet_item_import: { column: 'importId', references: 'sheet_import', onDelete: 'CASCADE' } },
  },
);
export type StoredItem = Row<typeof sheetItemRecord>;
