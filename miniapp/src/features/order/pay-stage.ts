import type { OrderView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { attemptStatesThatAre, receiptStatesThatAre } from '@jikaotong/shared/rules/fees';

/** How an order stands for the person who pays. */
export type PayStage =
  /** Nothing under way, and it may be paid. */
  | 'to-pay'
  /** A payment was begun whose end we do not know yet. */
  | 'asking'
  /** A transfer voucher waits for finance. */
  | 'claimed'
  | 'settled'
  /** The last day has passed, or it was closed. */
  | 'over';

/** A payment that was begun may have succeeded although nobody told us yet: then we ask before offering to pay again. */
export function payStageOf({ state, attempts, receipts, payBy }: Given, today: LocalDate): PayStage {
  switch (state) {
    case 'settled':
      return 'settled';
    case 'lapsed':
    case 'cancelled':
      return 'over';
    case 'open':
      if (isPaymentBegun({ attempts })) return 'asking';
      if (receipts.some((receipt) => receiptStatesThatAre('waiting').includes(receipt.state))) return 'claimed';
      return payBy !== null && today > payBy ? 'over' : 'to-pay';
  }
}

/** Whether the payer was sent off to pay and we do not know the end. */
export const isPaymentBegun = ({ attempts }: Pick<OrderView, 'attempts'>): boolean =>
  attempts.some(({ state }) => attemptStatesThatAre('begun').includes(state));

type Given = Pick<OrderView, 'state' | 'attempts' | 'receipts' | 'payBy'>;
