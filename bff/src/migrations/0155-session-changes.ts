import { type Migration, day, fenAmount, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/** Acts that move or cancel a published session, what candidates answer, and money that goes back by hand. */
export const sessionChangeTables: Migration = {
  name: '0155-session-changes',
  up: async (schema) => {
    await schema.table(
      'session_change',
      {
        id: id(),
        sessionId: ref(),
        kind: word(),
        byAccountId: ref(),
        at: instant(),
        on: day(),
        reason: text(200),
        choiceUntil: day(),
        before: json(),
        after: nullable(json()),
        told: int(),
      },
      {
        index: { ix_session_change: ['sessionId', 'id'] },
        foreign: { fk_session_change: { column: 'sessionId', references: 'session', onDelete: 'RESTRICT' } },
      },
    );
    await schema.addColumns('application', {
      changeId: nullable(ref()),
      changeKind: nullable(word()),
      changeUntil: nullable(day()),
      changeChoice: nullable(word()),
      stateBeforeChange: nullable(word()),
    });
    await schema.addKeys('application', { index: { ix_application_change: ['changeId'] } });
    await schema.table(
      'application_change',
      {
        id: id(),
        applicationId: ref(),
        changeId: ref(),
        fromSessionId: ref(),
        choice: word(),
        toSessionId: nullable(ref()),
        at: instant(),
      },
      {
        index: { ix_application_change_of: ['applicationId', 'id'] },
        foreign: {
          fk_application_change: { column: 'applicationId', references: 'application', onDelete: 'RESTRICT' },
        },
      },
    );
    await schema.table(
      'pay_return',
      {
        id: id(),
        orderId: ref(),
        receiptId: ref(),
        caseId: ref(),
        amountFen: fenAmount(),
        state: word(),
        reason: text(400),
        requestedAt: instant(),
        endedAt: nullable(instant()),
        endedBy: nullable(ref()),
      },
      {
        unique: { uq_pay_return_receipt: ['receiptId'] },
        index: { ix_pay_return_order: ['orderId', 'requestedAt'] },
        foreign: { fk_pay_return: { column: 'receiptId', references: 'pay_receipt', onDelete: 'RESTRICT' } },
      },
    );
  },
};
