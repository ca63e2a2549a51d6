import type { RefundState } from '@jikaotong/shared/rules/fees';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  encrypted,
  fenAmount,
  id,
  instant,
  nullable,
  record,
  ref,
  sealedText,
  word,
} from '../../platform/db';

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
    /** Where it goes, as the payer says; erased once it is back. */
    holder: nullable(encrypted()),
    bank: nullable(encrypted()),
    number: nullable(encrypted()),
    accountAt: nullable(instant()),
  },
  {
    unique: { uq_pay_return_case: ['caseId'] },
    index: { ix_pay_return_order: ['orderId', 'requestedAt'], ix_pay_return_receipt: ['receiptId'] },
    foreign: { fk_pay_return: { column: 'receiptId', references: 'pay_receipt', onDelete: 'RESTRICT' } },
  },
);
export type Return = Row<typeof returnRecord>;

/** Nothing is said, or kept any more, of where it goes. */
export const NO_ACCOUNT = { holder: null, bank: null, number: null, accountAt: null } as const;

export const returnWords = wordsIn<'reason' | 'holder' | 'bank' | 'number'>('pay_return');
