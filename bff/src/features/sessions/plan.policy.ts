import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Notice, isAnnouncedLater, offeringOf } from '@jikaotong/shared/notice';
import { resultCountsOf } from '@jikaotong/shared/rules/calendar';
import { type PlannedRoom, examShiftsOf, roundMinutes } from '@jikaotong/shared/rules/planning';
import type { Refused } from '../../platform/http';
import type { Places } from './places.repository';

export type Plan = {
  readonly name: string;
  readonly offeringCodes: readonly string[];
  readonly examStart: LocalDate;
  readonly examEnd: LocalDate;
  readonly applicationOpens: LocalDate | null;
  readonly applicationCloses: LocalDate | null;
  readonly paymentOpens: LocalDate | null;
  readonly paymentCloses: LocalDate | null;
  /** The other printed count of days for results; null: the usual one. */
  readonly resultsWithin: number | null;
};

/**
 * Null for a plan that can be run, else `offering-unknown`, or `window-order-wrong` with the two days that stand the
 * wrong way round. What is merely odd (a month the notice does not list) is a warning of the windows, not a refusal.
 */
export function judgePlan(plan: Plan, notice: Notice): Refused | null {
  const unknown = plan.offeringCodes.find((code) => !offeringOf(notice, code));
  if (unknown !== undefined) return { refused: 'offering-unknown', data: { offeringCode: unknown } };
  if (new Set(plan.offeringCodes).size !== plan.offeringCodes.length) {
    return { refused: 'offering-unknown', data: { offeringCode: plan.offeringCodes.join(',') } };
  }
  const counts = resultCountsOf(notice);
  if (plan.resultsWithin !== null && !counts.includes(plan.resultsWithin))
    return { refused: 'results-count-unprinted', data: { printed: counts.join(',') } };
  return (
    notLater(plan, 'applicationOpens', 'applicationCloses') ??
    notLater(plan, 'paymentOpens', 'paymentCloses') ??
    notLater(plan, 'examStart', 'examEnd') ??
    notLater(plan, 'applicationOpens', 'paymentCloses') ??
    earlier(plan, 'applicationCloses', 'examStart') ??
    earlier(plan, 'paymentCloses', 'examStart')
  );
}

type DayName = Exclude<keyof Plan, 'name' | 'offeringCodes' | 'resultsWithin'>;

const wrongOrder = (plan: Plan, first: DayName, second: DayName): Refused => ({
  refused: 'window-order-wrong',
  data: { first, second, firstDay: plan[first], secondDay: plan[second] },
});

function notLater(plan: Plan, first: DayName, second: DayName): Refused | null {
  const [a, b] = [plan[first], plan[second]];
  return a !== null && b !== null && a > b ? wrongOrder(plan, first, second) : null;
}

function earlier(plan: Plan, first: DayName, second: DayName): Refused | null {
  const [a, b] = [plan[first], plan[second]];
  return a !== null && b !== null && a >= b ? wrongOrder(plan, first, second) : null;
}

/** Null for places that fit the plan, else `offering-unknown`, `window-order-wrong`, or `invalid-input` with the paths. */
export function judgePlaces(places: Places, plan: Plan, notice: Notice): Refused | null {
  const issues = [
    ...repeated(places.sites.map((site) => site.name)).map((at) => `body.sites.${at}.name`),
    ...places.sites.flatMap((site, at) =>
      repeated(site.rooms.map((room) => room.name)).map((room) => `body.sites.${at}.rooms.${room}.name`),
    ),
    ...places.sites.flatMap((site, at) =>
      site.rooms.flatMap((room, place) => roomFaults(room).map((field) => `body.sites.${at}.rooms.${place}.${field}`)),
    ),
    ...repeated(places.papers.map(shiftInWords)).map((at) => `body.papers.${at}`),
    ...places.papers.flatMap((paper, at) => paperFaults(paper, places).map((field) => `body.papers.${at}.${field}`)),
  ];
  if (issues.length > 0) return { refused: 'invalid-input', data: { issues } };
  for (const { offeringCode, subject, day, startsAt, endsAt } of places.papers) {
    const subjects = plan.offeringCodes.includes(offeringCode) ? offeringOf(notice, offeringCode)?.subjects : undefined;
    if (!subjects?.some((known) => known.code === subject)) {
      return { refused: 'offering-unknown', data: { offeringCode, subject } };
    }
    const isTooLate = day > plan.examEnd && !isAnnouncedLater(notice, { offeringCode, subject });
    if (day < plan.examStart || isTooLate || startsAt >= endsAt) {
      const data = { first: 'examStart', second: 'examEnd', firstDay: plan.examStart, secondDay: plan.examEnd, day };
      return { refused: 'window-order-wrong', data };
    }
  }
  return null;
}

const shiftInWords = ({ offeringCode, subject, day, startsAt, siteName }: Places['papers'][number]): string =>
  [offeringCode, subject, day, startsAt, siteName].join('\n');

function roomFaults({ seats, perRow, accessible = [] }: PlannedRoom): string[] {
  const isOdd = accessible.some((seat) => seat > seats) || new Set(accessible).size !== accessible.length;
  return [...(perRow !== undefined && perRow > seats ? ['perRow'] : []), ...(isOdd ? ['accessible'] : [])];
}

function paperFaults(paper: Places['papers'][number], { sites }: Places): string[] {
  const { siteName, overflowSiteName, startsAt, endsAt } = paper;
  const isSite = (name: string) => sites.some((site) => site.name === name);
  const isOverflow = overflowSiteName === undefined || (overflowSiteName !== siteName && isSite(overflowSiteName));
  return [
    ...(isSite(siteName) ? [] : ['siteName']),
    ...(isOverflow ? [] : ['overflowSiteName']),
    // hours the wrong way round are told apart below
    ...(startsAt < endsAt && roundMinutes(paper) === null ? ['rounds'] : []),
  ];
}

/** Positions of the names that stood before. */
const repeated = (names: readonly string[]): number[] =>
  names.flatMap((name, position) => (names.indexOf(name) < position ? [position] : []));

/**
 * What a session lacks before candidates may see it: `paper:<offering>:<subject>` and `rooms:<site>`. A subject whose
 * time the notice leaves to later lacks nothing.
 */
export function missingPlaces(places: Places, plan: Plan, notice: Notice): string[] {
  const papers = plan.offeringCodes.flatMap((code) =>
    (offeringOf(notice, code)?.subjects ?? [])
      .filter(({ announcedLater }) => announcedLater?.value !== true)
      .filter(
        (subject) => !places.papers.some((paper) => paper.offeringCode === code && paper.subject === subject.code),
      )
      .map((subject) => `paper:${code}:${subject.code}`),
  );
  const roomless = examShiftsOf(places).filter(({ rooms }) => rooms.length === 0);
  return [...papers, ...new Set(roomless.map(({ paper }) => `rooms:${paper.siteName}`))];
}
