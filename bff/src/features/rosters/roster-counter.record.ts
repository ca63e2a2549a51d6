import { type Row, day, id, instant, nullable, record, ref, text } from '../../platform/db';

/** What a unit brings to the counter as one group, under the id of its roster. */
export const rosterCounterRecord = record(
  'roster_counter',
  {
    id: id(),
    /** Scanned or typed at the counter; two characters longer than the code of one person. */
    code: text(12),
    createdAt: instant(),
    /** The last day on which who did not come can still be confirmed; null: as long as applications are taken. */
    openUntil: nullable(day()),
    setBy: nullable(ref()),
  },
  {
    unique: { uq_roster_counter: ['code'] },
    foreign: { fk_roster_counter: { column: 'id', references: 'roster', onDelete: 'CASCADE' } },
  },
);
export type RosterCounter = Row<typeof rosterCounterRecord>;
