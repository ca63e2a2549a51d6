import type { RefundState } from '@jikaotong/shared/rules/fees';
import { wordsIn } from '../../platform/crypto';
import { type Row, fenAmount, id, instant, nullable, record, ref, sealedText, word } from '../../platform/db';

/** Money of a receipt, or a part of it, going back by hand, as it came: a transfer, cheque or cash knows no way back of its own. */
export const returnRecord = record(
  'pay_return',
  {
    id: id(),
    orderId: ref(),
    receiptId: ref(),
    caseId: ref(),
    amountFen: fenAmount(),
    state: word<Extract<RefundState, 'requested' | 'succeeded' | 'failed'>>(),
    reason: nullable(sealedText(400)),
    requestedAt: instant(),
    endedAt: nullable(instant()),
    endedBy: nullable(ref()),
  },
  {
    unique: { uq_pay_return_case: ['caseId'] },
    index: { ix_pay_return_order: ['orderId', 'requestedAt'], ix_pay_return_receipt: ['receiptId'] },
    foreign: { fk_pay_return: { column: 'receiptId', references: 'pay_receipt', onDelete: 'RESTRICT' } },
  },
);
export type Return = Row<typeof returnRecord>;

export const returnWords = wordsIn<'reason'>('pay_return');
