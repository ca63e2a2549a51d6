import { type Migration, day, id, instant, nullable, ref, sealedText, text, word } from '../platform/db';

/** Objections to the public list by anybody, and when a publicity was closed. */
export const objections: Migration = {
  name: '20261129-213000-objections',
  up: async (schema) => {
    await schema.addColumns('participant', { objectedOn: nullable(day()) });
    await schema.addColumns('session_offering', { publicityClosedAt: nullable(instant()) });
    await schema.table(
      'objection',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        participantId: ref(),
        ticketNumber: text(24),
        receipt: text(24),
        liveKey: nullable(text(120)),
        subject: word(),
        state: word(),
        reasons: sealedText(600),
        objectorName: sealedText(60),
        objectorPhone: sealedText(20),
        filedAt: instant(),
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
        index: {
          ix_objection_filed: ['sessionId', 'filedAt', 'id'],
          ix_objection_participant: ['participantId', 'state'],
        },
        foreign: {
          fk_objection_participant: { column: 'participantId', references: 'participant', onDelete: 'RESTRICT' },
        },
      },
    );
    await schema.table(
      'objection_file',
      { id: id(), objectionId: ref(), fileId: ref(), addedAt: instant() },
      {
        unique: { uq_objection_file: ['fileId'] },
        index: { ix_objection_file: ['objectionId', 'id'] },
        foreign: { fk_objection_file: { column: 'objectionId', references: 'objection', onDelete: 'CASCADE' } },
      },
    );
  },
};
