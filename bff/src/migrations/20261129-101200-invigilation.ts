import { type Migration, day, encrypted, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/** Who watches over which rooms, who came, what happened at the doors, and how late somebody may come. */
export const invigilation: Migration = {
  name: '20261129-101200-invigilation',
  up: async (schema) => {
    await schema.addColumns('body', { graceMinutes: nullable(int()) });
    await schema.table(
      'duty',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        day: day(),
        slot: text(16),
        roomIds: json(),
        kind: word(),
        name: text(60),
        accountId: nullable(ref()),
        phone: nullable(encrypted()),
        phoneIndex: nullable(text(64)),
        linkHash: nullable(text(64)),
        state: word(),
        markKey: encrypted(),
        listFetchedAt: nullable(instant()),
        heardAt: nullable(instant()),
        waiting: nullable(int()),
        assignedBy: ref(),
        assignedAt: instant(),
        revokedAt: nullable(instant()),
      },
      {
        unique: { uq_duty_link: ['linkHash'] },
        index: { ix_duty_session: ['sessionId', 'slot'], ix_duty_account: ['accountId', 'day'] },
        foreign: { fk_duty_session: { column: 'sessionId', references: 'session', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'attendance',
      {
        id: id(),
        sessionId: ref(),
        participantId: ref(),
        sittingId: ref(),
        liveKey: nullable(ref()),
        state: word(),
        way: word(),
        at: instant(),
        dutyId: nullable(ref()),
        byAccountId: ref(),
        endedAt: nullable(instant()),
        endedBy: nullable(ref()),
        endReason: nullable(text(200)),
      },
      {
        unique: { uq_attendance_live: ['liveKey'] },
        index: { ix_attendance_participant: ['participantId', 'id'], ix_attendance_sitting: ['sittingId', 'id'] },
        foreign: {
          fk_attendance_participant: { column: 'participantId', references: 'participant', onDelete: 'CASCADE' },
        },
      },
    );
    await schema.table(
      'door_act',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        dutyId: ref(),
        nonce: text(48),
        slot: text(16),
        kind: word(),
        way: nullable(word()),
        roomId: nullable(ref()),
        sittingId: nullable(ref()),
        participantId: nullable(ref()),
        item: nullable(text(64)),
        words: nullable(encrypted()),
        witness: nullable(encrypted()),
        pictureFileId: nullable(ref()),
        at: instant(),
        receivedAt: instant(),
        byAccountId: ref(),
        outcome: word(),
        reason: nullable(word()),
        decidedAs: nullable(word()),
        decidedBy: nullable(ref()),
        decidedAt: nullable(instant()),
        decision: nullable(text(200)),
      },
      {
        unique: { uq_door_act_nonce: ['dutyId', 'nonce'] },
        index: {
          ix_door_act_session: ['sessionId', 'slot', 'outcome'],
          ix_door_act_sitting: ['sittingId', 'kind'],
          ix_door_act_participant: ['participantId'],
        },
        foreign: { fk_door_act_duty: { column: 'dutyId', references: 'duty', onDelete: 'CASCADE' } },
      },
    );
  },
};
