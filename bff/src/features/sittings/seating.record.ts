import type { SeatingStep } from '@jikaotong/shared/rules/seating';
import {
  type Row,
  encrypted,
  id,
  instant,
  int,
  json,
  nullable,
  record,
  ref,
  sealedText,
  text,
} from '../../platform/db';

/** The seed of a session's seating, whose id it shares: its hash is shown before the list is closed, the seed itself once seats are given. */
export const seatingRecord = record(
  'seating',
  { id: id(), seed: encrypted(), commitment: text(64), committedAt: instant(), revealedAt: nullable(instant()) },
  { published: true, foreign: { fk_seating_session: { column: 'id', references: 'session', onDelete: 'CASCADE' } } },
);
export type Seating = Row<typeof seatingRecord>;

/** What happened to the seats, in order: with the seed anybody gets every place again. Pseudonyms only. */
export const seatingStepRecord = record(
  'seating_step',
  {
    id: id(),
    sessionId: ref(),
    position: int(),
    takenAt: instant(),
    /** Null: a job. */
    byAccountId: nullable(ref()),
    /** Why somebody was moved; not for the public. */
    reason: nullable(sealedText(200)),
    step: json<SeatingStep>(),
  },
  {
    published: true,
    unique: { uq_seating_step: ['sessionId', 'position'] },
    foreign: { fk_seating_step: { column: 'sessionId', references: 'seating', onDelete: 'CASCADE' } },
  },
);
export type TakenStep = Row<typeof seatingStepRecord>;
