import type { rosterRows } from '@jikaotong/shared/contract';
import { wordsIn } from '../../platform/crypto';
import { type Row, encrypted, id, instant, nullable, record, ref, text, word } from '../../platform/db';

/** One fact of a row that its member calls wrong. */
export const rosterDisputeRecord = record(
  'roster_dispute',
  {
    id: id(),
    rowId: ref(),
    /** A column of the row, or one of those beside them. */
    field: text(64),
    /** `row:field` while it waits: a fact is called wrong once at a time. */
    openKey: nullable(text(120)),
    /** What stood there; another value is how it shows that the unit has mended it. */
    entered: encrypted(),
    /** What would be right, in the member's words. */
    said: encrypted(),
    state: word<(typeof rosterRows.DISPUTE_STATES)[number]>(),
    at: instant(),
    answer: nullable(encrypted()),
    settledAt: nullable(instant()),
    settledBy: nullable(ref()),
  },
  {
    unique: { uq_roster_dispute: ['openKey'] },
    index: { ix_roster_dispute_row: ['rowId', 'id'] },
    foreign: { fk_roster_dispute: { column: 'rowId', references: 'roster_row', onDelete: 'CASCADE' } },
  },
);
export type RosterDispute = Row<typeof rosterDisputeRecord>;
export const disputeWords = wordsIn<'entered' | 'said' | 'answer'>('roster_dispute');
