import type { StaffOrderView } from '@jikaotong/shared/contract';
import { receiptStatesThatAre } from '@jikaotong/shared/rules/fees';

export type Receipt = StaffOrderView['receipts'][number];

/** The transfer that waits for finance to find it in the account; null where none does. */
export const claimedIn = ({ receipts }: StaffOrderView): Receipt | null =>
  receipts.find(({ state }) => receiptStatesThatAre('waiting').includes(state)) ?? null;
