import type { OrderView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';

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
  if (state === 'settled') return 'settled';
  if (state !== 'open') return 'over';
  if (attempts.some((attempt) => attempt.state === 'prepaid')) return 'asking';
  if (receipts.some((receipt) => receipt.state === 'claimed')) return 'claimed';
  return payBy !== null && today > payBy ? 'over' : 'to-pay';
}

type Given = Pick<OrderView, 'state' | 'attempts' | 'receipts' | 'payBy'>;
