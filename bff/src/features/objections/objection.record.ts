import type { ObjectionState, ObjectionSubject } from '@jikaotong/shared/contract';
import { wordsIn } from '../../platform/crypto';
import { type Row, day, id, instant, nullable, record, ref, sealedText, text, word } from '../../platform/db';

/** What somebody objects to in a line of the public list; `state` guards every step. */
export const objectionRecord = record(
  'objection',
  {
    id: id(),
    bodyId: ref(),
    sessionId: ref(),
    /** Whose line it is. */
    participantId: ref(),
    /** As it stood in the list. */
    ticketNumber: text(24),
    /** The number it is looked up by. */
    receipt: text(24),
    /** Who objects to which line, while it waits: one at a time. */
    liveKey: nullable(text(120)),
    subject: word<ObjectionSubject>(),
    state: word<ObjectionState>(),
    reasons: sealedText(600),
    objectorName: sealedText(60),
    objectorPhone: sealedText(20),
    filedAt: instant(),
    /** The last day of the publicity in which it was filed. */
    dueOn: nullable(day()),
    answer: nullable(sealedText(400)),
    decidedBy: nullable(ref()),
    decidedAt: nullable(instant()),
    settlement: nullable(sealedText(400)),
    settledBy: nullable(ref()),
    settledAt: nullable(instant()),
  },
  {
    unique: { uq_objection_receipt: ['receipt'], uq_objection_live: ['liveKey'] },
    index: { ix_objection_filed: ['sessionId', 'filedAt', 'id'], ix_objection_participant: ['participantId', 'state'] },
    foreign: {
      fk_objection_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
    },
  },
);
export type Objection = Row<typeof objectionRecord>;

/** Who objects and why, what was answered, and what became of it. */
export const objectionWords = wordsIn<'reasons' | 'objectorName' | 'objectorPhone' | 'answer' | 'settlement'>(
  'objection',
);

/** A file laid beside an objection. */
export const objectionFileRecord = record(
  'objection_file',
  { id: id(), objectionId: ref(), fileId: ref(), addedAt: instant() },
  {
    unique: { uq_objection_file: ['fileId'] },
    index: { ix_objection_file: ['objectionId', 'id'] },
    foreign: { fk_objection_file: { column: 'objectionId', references: 'objection', onDelete: 'CASCADE' } },
  },
);
