import { type Row, id, instant, nullable, record, ref, word } from '../../platform/db';

/** What a candidate answered when the session was moved or cancelled; rows are only added. */
export const answerRecord = record(
  'application_change',
  {
    id: id(),
    participantId: ref(),
    changeId: ref(),
    fromSessionId: ref(),
    choice: word<'keep' | 'leave' | 'transfer'>(),
    toSessionId: nullable(ref()),
    at: instant(),
  },
  {
    index: { ix_application_change_participant: ['participantId', 'id'] },
    foreign: {
      fk_application_change_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
    },
  },
);
export type Answer = Row<typeof answerRecord>;
