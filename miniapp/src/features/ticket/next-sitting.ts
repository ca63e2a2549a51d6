import type { TicketView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';

type Ticket = Pick<TicketView, 'sittings' | 'heat'>;
type Sitting = TicketView['sittings'][number];
type Moment = Pick<Sitting, 'day' | 'startsAt'>;
type Heat = NonNullable<TicketView['heat']>;

/** The sitting that comes next on a day, that of the day itself included; null once all are over. */
export const nextSitting = ({ sittings }: Pick<TicketView, 'sittings'>, today: LocalDate): Sitting | null =>
  sittings.filter(({ day }) => day >= today).toSorted(bySittingTime)[0] ?? null;

/** One's heat in a stage, unless its day is over. */
export const nextHeat = ({ heat }: Pick<TicketView, 'heat'>, today: LocalDate): Heat | null =>
  heat && heat.day >= today ? heat : null;

/** The first moment of the next day on which one is expected; null once all is over. */
export function nextStart(ticket: Ticket, today: LocalDate): Moment | null {
  const [next = null] = [nextSitting(ticket, today), nextHeat(ticket, today)]
    .filter((one) => one !== null)
    .toSorted(bySittingTime);
  return next;
}

const bySittingTime = (a: Moment, b: Moment): number =>
  `${a.day} ${a.startsAt}`.localeCompare(`${b.day} ${b.startsAt}`);
