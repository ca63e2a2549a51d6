import { type Migration, day, id, instant, nullable, ref, word } from '../platform/db';

/** What staff told candidates whom they chose: the same once a day. */
export const staffMessages: Migration = {
  name: '20261129-140500-staff-messages',
  up: (schema) =>
    schema.table(
      'staff_message',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        candidateId: ref(),
        template: word(),
        onDay: day(),
        messageId: nullable(ref()),
        byAccountId: ref(),
        at: instant(),
      },
      {
        unique: { uq_staff_message: ['candidateId', 'template', 'onDay'] },
        index: { ix_staff_message_session: ['sessionId', 'at', 'id'] },
        foreign: { fk_staff_message: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' } },
      },
    ),
};
