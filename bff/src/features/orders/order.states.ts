import type { OrderStanding } from '@jikaotong/shared/lists';

/** The place of each standing in the list of finance; what stands in the database stays as it is, a new one comes last. */
export const TURNS: Readonly<Record<OrderStanding, number>> = {
  claimed: 0,
  open: 1,
  settled: 2,
  lapsed: 3,
  cancelled: 4,
};
