import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Row, day, id, instant, int, json, nullable, record, ref, text, word } from '../../platform/db';
import type { StoredWindow } from './session';

/** The days of a session as they stood before or after an act. */
export type StoredDays = {
  readonly examStart: LocalDate;
  readonly examEnd: LocalDate;
  readonly windows: readonly StoredWindow[];
};

/** A dated act that moved or cancelled a published session; rows are only added. */
export const sessionChangeRecord = record(
  'session_change',
  {
    id: id(),
    sessionId: ref(),
    kind: word<'moved' | 'cancelled'>(),
    byAccountId: ref(),
    at: instant(),
    on: day(),
    reason: text(200),
    /** The last day on which candidates may say what they want. */
    choiceUntil: day(),
    before: json<StoredDays>(),
    /** Null: cancelled. */
    after: nullable(json<StoredDays>()),
    /** How many people were told, counted in the act's own transaction. */
    told: int(),
  },
  {
    published: true,
    index: { ix_session_change: ['sessionId', 'id'] },
    foreign: { fk_session_change: { column: 'sessionId', references: 'session', onDelete: 'RESTRICT' } },
  },
);
export type SessionChange = Row<typeof sessionChangeRecord>;
