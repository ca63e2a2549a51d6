import { type Migration, id, instant, int, nullable, ref, text, word } from '../platform/db';

/** Scans of signed stacks, and what became of each of their pages. */
export const signedScans: Migration = {
  name: '20261130-095000-signed-scans',
  up: async (schema) => {
    await schema.table(
      'signed_scan',
      {
        id: id(),
        rosterId: ref(),
        accountId: ref(),
        state: word<string>(),
        outcome: nullable(text(60)),
        fileId: nullable(ref()),
        fileType: text(80),
        pages: int(),
        read: int(),
        at: instant(),
        finishedAt: nullable(instant()),
      },
      {
        index: { ix_signed_scan: ['rosterId', 'id'] },
        foreign: { fk_signed_scan: { column: 'rosterId', references: 'roster', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'signed_page',
      {
        id: id(),
        scanId: ref(),
        rosterId: ref(),
        number: int(),
        outcome: word<string>(),
        rowId: nullable(ref()),
        fileId: nullable(ref()),
        formMark: nullable(text(16)),
        part: nullable(int()),
        parts: nullable(int()),
        pageKey: nullable(text(80)),
      },
      {
        unique: { uq_signed_page: ['scanId', 'number'], uq_signed_page_key: ['pageKey'] },
        index: { ix_signed_page: ['rosterId', 'outcome', 'id'], ix_signed_page_row: ['rowId'] },
        foreign: {
          fk_signed_page_scan: { column: 'scanId', references: 'signed_scan', onDelete: 'CASCADE' },
          fk_signed_page_row: { column: 'rowId', references: 'roster_row', onDelete: 'CASCADE' },
        },
      },
    );
  },
};
