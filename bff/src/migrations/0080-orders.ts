import { type Migration, day, fenAmount, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/** Orders with their lines, attempts, receipts and refunds. */
export const orderTables: Migration = {
  name: '0080-orders',
  up: async (schema) => {
    await schema.table(
      'pay_order',
      {
        id: id(),
        applicationId: ref(),
        accountId: ref(),
        bodyId: ref(),
        sessionId: ref(),
        noticeId: text(64),
        noticeVersion: int(),
        offeringCode: text(64),
        state: word(),
        totalFen: fenAmount(),
        payOpens: nullable(day()),
        payBy: nullable(day()),
        openedAt: instant(),
        settledAt: nullable(instant()),
        settledBy: nullable(ref()),
        endedAt: nullable(instant()),
      },
      {
        unique: { uq_pay_order_application: ['applicationId'] },
        index: {
          ix_pay_order_session: ['sessionId', 'state', 'openedAt'],
          ix_pay_order_body: ['bodyId', 'state', 'openedAt'],
          ix_pay_order_account: ['accountId'],
        },
      },
    );
    await schema.table(
      'pay_order_line',
      {
        id: id(),
        orderId: ref(),
        applicationId: ref(),
        position: int(),
        item: word(),
        fen: fenAmount(),
        source: json(),
      },
      {
        unique: { uq_pay_order_line: ['orderId', 'position'] },
        foreign: { fk_pay_order_line: { column: 'orderId', references: 'pay_order', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'pay_attempt',
      {
        id: id(),
        orderId: ref(),
        merchantId: ref(),
        outTradeNo: text(32),
        mchid: text(32),
        appid: text(32),
        method: word(),
        amountFen: fenAmount(),
        state: word(),
        prepay: nullable(text(600)),
        expiresAt: instant(),
        createdAt: instant(),
        paidFen: nullable(fenAmount()),
        transactionId: nullable(text(64)),
        succeededAt: nullable(instant()),
      },
      {
        unique: { uq_pay_attempt_number: ['outTradeNo'] },
        index: { ix_pay_attempt_order: ['orderId', 'createdAt'] },
        foreign: { fk_pay_attempt: { column: 'orderId', references: 'pay_order', onDelete: 'RESTRICT' } },
      },
    );
    await schema.table(
      'pay_receipt',
      {
        id: id(),
        orderId: ref(),
        method: word(),
        state: word(),
        amountFen: fenAmount(),
        paidOn: day(),
        reference: nullable(text(60)),
        voucherFileId: nullable(ref()),
        reason: nullable(text(200)),
        createdAt: instant(),
        decidedAt: nullable(instant()),
        decidedBy: nullable(ref()),
      },
      {
        index: { ix_pay_receipt_order: ['orderId', 'createdAt'], ix_pay_receipt_file: ['voucherFileId'] },
        foreign: { fk_pay_receipt: { column: 'orderId', references: 'pay_order', onDelete: 'RESTRICT' } },
      },
    );
    await schema.table(
      'pay_refund',
      {
        id: id(),
        orderId: ref(),
        attemptId: ref(),
        caseId: ref(),
        outRefundNo: text(32),
        amountFen: fenAmount(),
        state: word(),
        reason: text(400),
        requestedAt: instant(),
        requestedBy: ref(),
        endedAt: nullable(instant()),
      },
      {
        unique: { uq_pay_refund_number: ['outRefundNo'], uq_pay_refund_attempt: ['attemptId'] },
        index: { ix_pay_refund_order: ['orderId', 'requestedAt'] },
        foreign: { fk_pay_refund: { column: 'attemptId', references: 'pay_attempt', onDelete: 'RESTRICT' } },
      },
    );
  },
};
