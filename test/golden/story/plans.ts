import { localDate } from '@jikaotong/shared/kernel';

const plan = (name: string, examOn: string, opens: string, closes: string, payBy: string) => ({
  name,
  examStart: localDate(examOn),
  examEnd: localDate(examOn),
  applicationOpens: localDate(opens),
  applicationCloses: localDate(closes),
  paymentCloses: localDate(payBy),
});

/** B26's sessions of autumn 2026, by what becomes of them until 2026-11-24. */
export const plans = {
  /** Moved on 09-10 to 11-28: its tickets are out. */
  movedEarly: plan('2026年9月批次', '2026-09-26', '2026-08-24', '2026-09-08', '2026-09-15'),
  /** Cancelled on 09-10; everybody's day to choose is over. */
  cancelledEarly: plan('2026年9月二批', '2026-09-27', '2026-08-24', '2026-09-08', '2026-09-15'),
  /** Through to its certificates. */
  certified: plan('2026年10月批次', '2026-10-24', '2026-09-01', '2026-10-12', '2026-10-15'),
  /** Results in publicity, with checks of marks asked for. */
  inPublicity: plan('2026年11月批次', '2026-11-14', '2026-10-01', '2026-10-30', '2026-11-03'),
  /** Moved on 11-24; people have answered or not. */
  movedNow: plan('2026年12月5日批次', '2026-12-05', '2026-10-16', '2026-11-13', '2026-11-18'),
  /** Cancelled on 11-24; people have answered or not. */
  cancelledNow: plan('2026年12月6日批次', '2026-12-06', '2026-10-16', '2026-11-13', '2026-11-18'),
  /** People apply to it. */
  open: plan('2026年12月批次', '2026-12-12', '2026-11-16', '2026-11-30', '2026-12-04'),
} as const;
