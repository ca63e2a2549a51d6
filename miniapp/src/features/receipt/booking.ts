import type { StaffOrderView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';

/** What booking money does that was received on a day: it settles, undoes a lapse as well, or comes too late. */
export type Booking = 'settles' | 'reinstates' | 'late';

/** As the back end judges money without a voucher; the exam that is over, it alone knows. */
export const bookingOf = ({ state, payBy }: Pick<StaffOrderView, 'state' | 'payBy'>, received: LocalDate): Booking => {
  if (payBy !== null && received > payBy) return 'late';
  return state === 'lapsed' ? 'reinstates' : 'settles';
};
