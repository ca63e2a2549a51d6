import { type Row, id, instant, record, sealedText } from '../../platform/db';

/** That a candidate needs a seat which is reached without a step; the id is the candidate's. `need`: as JSON, sealed. */
export const seatNeedRecord = record(
  'seat_need',
  { id: id(), need: sealedText(200), toldAt: instant() },
  { foreign: { fk_seat_need_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' } } },
);
export type StoredNeed = Row<typeof seatNeedRecord>;
