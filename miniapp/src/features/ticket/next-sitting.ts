import type { TicketView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';

type Sitting = TicketView['sittings'][number];

/** The sitting that comes next on a day, that of the day itself included; null once all are over. */
export const nextSitting = ({ sittings }: Pick<TicketView, 'sittings'>, today: LocalDate): Sitting | null =>
  sittings.filter(({ day }) => day >= today).toSorted(bySittingTime)[0] ?? null;

const bySittingTime = (a: Sitting, b: Sitting): number =>
  `${a.day} ${a.startsAt}`.localeCompare(`${b.day} ${b.startsAt}`);
