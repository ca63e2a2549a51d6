import { type LocalDate, daysBetween } from '../../kernel';
import { type Notice, offeringOf } from '../../notice';
import { type Calendar, isDayOff } from '../calendar';
import { comingMonths } from '../progress';
import type { PlannedPaper } from './planned-places';

/** What to look at once more; nothing of it keeps a plan from being published. */
export type PlanCaution =
  | { readonly code: 'exam-on-day-off'; readonly day: LocalDate }
  /** So few days after the tickets are issued that paper ones hardly arrive. */
  | { readonly code: 'near-ticket-day'; readonly day: LocalDate; readonly ticketOn: LocalDate }
  /** The notice prints that theory and practical are generally on one day (S25 二（三）); `clause`: where. */
  | { readonly code: 'generally-one-day'; readonly offeringCode: string; readonly clause: string }
  /** Months that the notice prints, and nobody has planned. */
  | { readonly code: 'months-unplanned'; readonly months: readonly string[] };

const FEWEST_DAYS = 3;

/** The cautions of a plan, each once. */
export function planCautions(given: {
  readonly papers: readonly PlannedPaper[];
  readonly offeringCodes: readonly string[];
  readonly notice: Pick<Notice, 'year' | 'offerings' | 'schedule'>;
  readonly calendar: Calendar;
  readonly ticketOn: LocalDate | null;
  /** The months in which this body's sessions of the notice are examined, by offering and `YYYY-MM`. */
  readonly planned: readonly { readonly offeringCode: string; readonly month: string }[];
  readonly today: LocalDate;
}): PlanCaution[] {
  const { papers, calendar, ticketOn } = given;
  const days = [...new Set(papers.map(({ day }) => day))].toSorted();
  const off = days.filter((day) => {
    const known = isDayOff(calendar, day);
    return known.ok && known.value;
  });
  const [first] = days;
  const isNear = first !== undefined && ticketOn !== null && daysBetween(ticketOn, first) < FEWEST_DAYS;
  const months = unplannedMonths(given);
  return [
    ...off.map((day): PlanCaution => ({ code: 'exam-on-day-off', day })),
    ...(isNear ? [{ code: 'near-ticket-day', day: first, ticketOn } as const] : []),
    ...given.offeringCodes.flatMap((code) => partedSubjects(given, code)),
    ...(months.length > 0 ? [{ code: 'months-unplanned', months } as const] : []),
  ];
}

function partedSubjects(
  { papers, notice }: { readonly papers: readonly PlannedPaper[]; readonly notice: Pick<Notice, 'offerings'> },
  offeringCode: string,
): PlanCaution[] {
  const printed = (offeringOf(notice, offeringCode)?.subjects ?? []).flatMap(({ code, source }) =>
    'clause' in source && source.quote.replace(/\s/g, '').includes('一般安排在同一天')
      ? [{ code, clause: source.clause }]
      : [],
  );
  const [one] = printed;
  const [days = [], ...others] = printed.map(({ code }) =>
    papers.filter((paper) => paper.offeringCode === offeringCode && paper.subject === code).map(({ day }) => day),
  );
  // in shifts: each day of the one must be a day of the others
  const isParted = others.some((other) => other.length > 0 && days.some((day) => !other.includes(day)));
  return one && isParted ? [{ code: 'generally-one-day', offeringCode, clause: one.clause }] : [];
}

function unplannedMonths(given: Parameters<typeof planCautions>[0]): string[] {
  const planned = new Set(given.planned.map(({ offeringCode, month }) => `${offeringCode} ${month}`));
  const months = given.notice.offerings.flatMap(({ code }) =>
    comingMonths(given.notice, given.today, code).filter((month) => !planned.has(`${code} ${month}`)),
  );
  return [...new Set(months)].toSorted();
}
