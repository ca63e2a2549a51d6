import { type Migration, bool, day, id, instant, json, nullable, ref, sealedText, text, word } from '../platform/db';

/** Breaches of conduct with their procedure, results that do not count for them, and bans of people. */
export const breaches: Migration = {
  name: '20261129-184400-breaches',
  up: async (schema) => {
    await schema.table(
      'penalty',
      {
        id: id(),
        participantId: ref(),
        subject: nullable(word()),
        liveKey: nullable(text(60)),
        at: instant(),
      },
      {
        unique: { uq_penalty_live: ['liveKey'] },
        index: { ix_penalty_participant: ['participantId'] },
        foreign: {
          fk_penalty_participant: { column: 'participantId', references: 'participant', onDelete: 'CASCADE' },
        },
      },
    );
    await schema.table(
      'breach',
      {
        id: id(),
        bodyId: ref(),
        personId: nullable(ref()),
        candidateId: ref(),
        participantId: ref(),
        sessionId: ref(),
        causeKey: nullable(text(120)),
        source: word(),
        item: text(64),
        subject: nullable(word()),
        state: word(),
        facts: sealedText(500),
        witness: nullable(sealedText(100)),
        openedBy: ref(),
        openedAt: instant(),
        notifiedOn: nullable(day()),
        statementUntil: nullable(day()),
        statement: nullable(sealedText(500)),
        drops: bool(),
        severity: nullable(word()),
        reason: nullable(sealedText(200)),
        proposedBy: nullable(ref()),
        decidedBy: nullable(ref()),
        decidedOn: nullable(day()),
        banUntil: nullable(day()),
        appealUntil: nullable(day()),
        appeal: nullable(sealedText(500)),
        appealReason: nullable(sealedText(200)),
        appealBy: nullable(ref()),
      },
      {
        unique: { uq_breach_cause: ['causeKey'] },
        index: {
          ix_breach_body: ['bodyId', 'openedAt', 'id'],
          ix_breach_candidate: ['candidateId', 'id'],
          ix_breach_person: ['personId'],
        },
        foreign: { fk_breach_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'ban',
      {
        id: id(),
        bodyId: ref(),
        personId: ref(),
        breachId: nullable(ref()),
        liveKey: nullable(text(60)),
        fromDay: day(),
        untilDay: day(),
        source: json(),
        reason: nullable(sealedText(200)),
        createdAt: instant(),
        liftedAt: nullable(instant()),
        liftedBy: nullable(ref()),
      },
      {
        unique: { uq_ban_live: ['liveKey'] },
        index: { ix_ban_person: ['personId', 'bodyId', 'untilDay'] },
      },
    );
  },
};
