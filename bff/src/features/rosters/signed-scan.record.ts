import type { ScanPageOutcome, ScanState } from '@jikaotong/shared/contract';
import { type Row, id, instant, int, nullable, record, ref, text, word } from '../../platform/db';

/** A stack of signed papers that an agent scanned and sent, until its pages are told apart. */
export const signedScanRecord = record(
  'signed_scan',
  {
    id: id(),
    rosterId: ref(),
    accountId: ref(),
    state: word<ScanState>(),
    /** Why it could not be read as a whole. */
    outcome: nullable(text(60)),
    /** As it was sent, until it is read. */
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
export type SignedScan = Row<typeof signedScanRecord>;

/** A page of a scan; what it shows is kept where it is taken, or can still be given to somebody by hand. */
export const signedPageRecord = record(
  'signed_page',
  {
    id: id(),
    scanId: ref(),
    rosterId: ref(),
    /** In its scan, from 1. */
    number: int(),
    outcome: word<ScanPageOutcome>(),
    rowId: nullable(ref()),
    fileId: nullable(ref()),
    /** What was signed (`form-mark`), and which page of how many. */
    formMark: nullable(text(16)),
    part: nullable(int()),
    parts: nullable(int()),
    /** `row:mark:part` of a page that is taken: no page of a form is there twice. */
    pageKey: nullable(text(80)),
    /** Who said whose it is; null: its own code did. */
    givenBy: nullable(ref()),
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
export type SignedPage = Row<typeof signedPageRecord>;
