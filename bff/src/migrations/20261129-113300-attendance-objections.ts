import { type Migration, encrypted, id, instant, nullable, ref, text, word } from '../platform/db';

/** What candidates say to what the doors noted of them. */
export const attendanceObjections: Migration = {
  name: '20261129-113300-attendance-objections',
  up: (schema) =>
    schema.table(
      'attendance_objection',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        slot: text(16),
        participantId: ref(),
        sittingId: ref(),
        openKey: nullable(ref()),
        words: encrypted(),
        askedAt: instant(),
        decidedAs: nullable(word()),
        decidedBy: nullable(ref()),
        decidedAt: nullable(instant()),
        decision: nullable(text(200)),
      },
      {
        unique: { uq_attendance_objection: ['openKey'] },
        index: {
          ix_attendance_objection: ['sessionId', 'slot'],
          ix_attendance_objection_of: ['participantId', 'id'],
        },
        foreign: {
          fk_attendance_objection: { column: 'participantId', references: 'participant', onDelete: 'CASCADE' },
        },
      },
    ),
};
