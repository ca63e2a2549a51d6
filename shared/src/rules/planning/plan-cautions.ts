import { type LocalDate, daysBetween } from '../../kernel';
import { type Notice, isAnnouncedLater, offeringOf } from '../../notice';
import { type Calendar, isDayOff } from '../calendar';
import { comingMonths } from '../progress';
import { type Expected, daysOf } from './capacity';
import type { PlannedPaper, PlannedPlaces } from './planned-places';

/** What to look at once more; nothing of it keeps a plan from being published. */
export type PlanCaution =
  | { readonly code: 'exam-on-day-off'; readonly day: LocalDate }
  /** So few days after the tickets are issued that paper ones hardly arrive. */
  | { readonly code: 'near-ticket-day'; readonly day: LocalDate; readonly ticketOn: LocalDate }
  /** The notice prints that theory and practical are generally on one day (S25 二（三）); `clause`: where. */
  | { readonly code: 'generally-one-day'; readonly offeringCode: string; readonly clause: string }
  /** So many of those expected have their subjects on several days. */
  | { readonly code: 'subjects-parted'; readonly people: number; readonly parted: number }
  /** So many sit them on one day, in another order than the notice prints. */
  | { readonly code: 'subjects-turned'; readonly people: number; readonly turned: number }
  /** Months that the notice prints, and nobody has planned. */
  | { readonly code: 'months-unplanned'; readonly months: readonly string[] };

const FEWEST_DAYS = 3;

/** The cautions of a plan, each once. */
export function planCautions(given: {
  readonly sites: PlannedPlaces['sites'];
  readonly papers: readonly PlannedPaper[];
  readonly expected: readonly Expected[];
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
    ...partedPeople(given),
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

/** Subjects whose time is announced later are apart anyway. */
function partedPeople({ sites, papers, expected, notice }: Parameters<typeof planCautions>[0]): PlanCaution[] {
  const together = expected.map((one) => ({
    ...one,
    subjects: one.subjects.filter((subject) => !isAnnouncedLater(notice, { offeringCode: one.offeringCode, subject })),
  }));
  const { people, parted, turned } = daysOf({ sites, papers }, together);
  return [
    ...(parted > 0 ? [{ code: 'subjects-parted', people, parted } as const] : []),
    ...(turned > 0 ? [{ code: 'subjects-turned', people, turned } as const] : []),
  ];
}

function unplannedMonths(given: Parameters<typeof planCautions>[0]): string[] {
  const planned = new Set(given.planned.map(({ offeringCode, month }) => `${offeringCode} ${month}`));
  const months = given.notice.offerings.flatMap(({ code }) =>
    comingMonths(given.notice, given.today, code).filter((month) => !planned.has(`${code} ${month}`)),
  );
  return [...new Set(months)].toSorted();
}
