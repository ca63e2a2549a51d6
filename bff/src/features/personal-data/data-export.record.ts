import type { ExportView } from '@jikaotong/shared/contract';
import { type Row, id, instant, int, nullable, record, ref, text, word } from '../../platform/db';

/**
 * A copy of somebody's data that was asked for. `slot` (account, day, number of the day) keeps them to so many a day,
 * `liveKey` to one at a time.
 */
export const exportRecord = record(
  'data_export',
  {
    id: id(),
    accountId: ref(),
    slot: text(60),
    liveKey: nullable(ref()),
    state: word<ExportView['state']>(),
    done: int(),
    total: int(),
    bytes: nullable(int()),
    fileId: nullable(ref()),
    askedAt: instant(),
    /** Wall time. */
    expiresAt: nullable(instant()),
  },
  {
    unique: { uq_data_export_slot: ['slot'], uq_data_export_live: ['liveKey'] },
    index: { ix_data_export_account: ['accountId', 'id'], ix_data_export_expires: ['expiresAt'] },
  },
);
export type DataExport = Row<typeof exportRecord>;
