import type { OrderStanding } from '@jikaotong/shared/lists';
import type { Tone } from '../../ui';

/** How the standing of an order is drawn. */
export const ORDER_TONES: Readonly<Record<OrderStanding, Tone>> = {
  claimed: 'warn',
  open: 'info',
  settled: 'go',
  lapsed: 'quiet',
  cancelled: 'quiet',
};
