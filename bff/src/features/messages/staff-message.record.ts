import type { TellTemplate } from '@jikaotong/shared/contract';
import { day, id, instant, nullable, record, ref, word } from '../../platform/db';

/** Something staff told a candidate whom they chose: the unique key is why nobody hears the same twice a day, whoever taps. */
export const staffMessageRecord = record(
  'staff_message',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    candidateId: ref(),
    template: word<TellTemplate>(),
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
);
