import { type Migration, encrypted, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/** Sheets that people send, and what each of their rows would change. */
export const sheetImports: Migration = {
  name: '20261128-204500-sheet-imports',
  up: async (schema) => {
    await schema.table(
      'sheet_import',
      {
        id: id(),
        sheet: word(40),
        subjectId: text(64),
        accountId: ref(),
        state: word(),
        liveKey: nullable(text(120)),
        counts: json(),
        ignored: json(),
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
    await schema.table(
      'sheet_item',
      {
        id: id(),
        importId: ref(),
        position: int(),
        kind: word(),
        itemKey: text(120),
        state: word(),
        outcome: nullable(text(60)),
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
  },
};
