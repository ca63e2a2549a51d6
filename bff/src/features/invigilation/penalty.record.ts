import { type Row, id, instant, nullable, record, ref, text, word } from '../../platform/db';
import type { SubjectCode } from '@jikaotong/shared/notice';

/**
 * A result that does not count, by what was decided of a breach; null subject: all of that session. `liveKey` is the
 * breach while it stands, and null once it was taken back.
 */
export const penaltyRecord = record(
  'penalty',
  {
    id: id(),
    participantId: ref(),
    subject: nullable(word<SubjectCode>()),
    liveKey: nullable(text(60)),
    at: instant(),
  },
  {
    unique: { uq_penalty_live: ['liveKey'] },
    index: { ix_penalty_participant: ['participantId'] },
    foreign: { fk_penalty_participant: { column: 'participantId', references: 'participant', onDelete: 'CASCADE' } },
  },
);
export type PenaltyRow = Row<typeof penaltyRecord>;
