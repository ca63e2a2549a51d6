import { type Clause, type LocalDate, addDays, isAssumed, monthOf } from '../../kernel';
import type { Window, WindowKind } from '../../notice';
import type { Calendar } from './calendar-year';
import { printedDays } from './printed-days';
import {
  type BoundaryContext,
  type SessionDays,
  type TimedNotice,
  type Unknown,
  examMonthOf,
  resolveEnd,
  scheduleRowOf,
} from './resolve-boundary';
import type { WindowEnd, WindowWarning } from './window-warning';

/** One window of a session, both days included; null: cannot be known (a warning says why) or left open by the notice. */
export type SessionWindow = {
  readonly kind: WindowKind;
  readonly opens: LocalDate | null;
  readonly closes: LocalDate | null;
  /** The clause of the window as a whole; the printed one where one end is assumed. */
  readonly source: Clause;
  readonly opensSource: Clause | null;
  readonly closesSource: Clause | null;
  /** How an unclear print was read, for staff to confirm. */
  readonly readings: readonly Clause[];
};

export type SessionWindows = {
  readonly windows: readonly SessionWindow[];
  readonly warnings: readonly WindowWarning[];
};

/**
 * Every window the notice defines for a session of an offering. "Before" counts from the first exam day, "after" from
 * the last; the day of the event is not counted. `publishedOn`, the actual publication, moves all that hangs on it.
 */
export function windowsOf(input: {
  notice: TimedNotice;
  offeringCode: string;
  session: SessionDays;
  publishedOn?: LocalDate | null;
  firstPublishedOn?: LocalDate | null;
  calendar: Calendar;
}): SessionWindows {
  const context: BoundaryContext = {
    ...input,
    publishedOn: input.publishedOn ?? null,
    firstPublishedOn: input.firstPublishedOn ?? null,
  };
  const resolved = context.notice.windows.map((window) => windowDays(context, window));
  const windows = resolved.map(({ window }) => window);
  return {
    windows,
    warnings: [
      ...sessionTroubles(context),
      ...resolved.flatMap(({ unknowns }) => unknowns),
      ...orderTroubles(context, windows),
    ],
  };
}

/** The counts of days within which the notice prints that results come, the usual one first; one or none: nothing to choose. */
export function resultCountsOf({ windows }: Pick<TimedNotice, 'windows'>): readonly number[] {
  const closes = windowOf(windows, 'results')?.closes;
  if (closes?.kind !== 'offset') return [];
  return closes.orElse ? [closes.count, closes.orElse.count] : [closes.count];
}

/** The window of a kind, or null when the notice defines none. */
export const windowOf = <W extends { readonly kind: WindowKind }>(windows: readonly W[], kind: WindowKind): W | null =>
  windows.find((window) => window.kind === kind) ?? null;

function windowDays(context: BoundaryContext, window: Window): { window: SessionWindow; unknowns: readonly Unknown[] } {
  const unknowns: Unknown[] = [];
  const dayOf = (end: WindowEnd): LocalDate | null => {
    // why: once results are out, the window is that very day, whatever the notice had planned
    if (window.kind === 'results' && context.publishedOn) return context.publishedOn;
    const day = resolveEnd(context, window.kind, end);
    if (day === null) return null;
    if (day.ok) return day.value;
    unknowns.push(day.error);
    return null;
  };
  const [opens, closes] = [dayOf('opens'), dayOf('closes')];
  const row = scheduleRowOf(context);
  // the printed row says more than the head of its table
  const sourceOf = (end: WindowEnd): Clause | undefined => {
    const boundary = window[end];
    if (boundary?.kind === 'schedule') return row?.source ?? boundary.source;
    const other = boundary?.kind === 'offset' ? boundary.orElse : undefined;
    return window.kind === 'results' && other && other.count === context.session.resultsWithin
      ? other.source
      : boundary?.source;
  };
  const sources = [sourceOf('opens'), sourceOf('closes')].filter((source) => source !== undefined);
  return {
    window: {
      kind: window.kind,
      opens,
      closes,
      source: sources.find((source) => !isAssumed(source)) ?? sources[0] ?? { assumed: '通知没有印明日期' },
      opensSource: sourceOf('opens') ?? null,
      closesSource: sourceOf('closes') ?? null,
      readings: [window.opens?.reading, window.closes?.reading].filter((reading) => reading !== undefined),
    },
    unknowns: once(unknowns.filter((unknown) => !(closes && isPaymentOpening(unknown)))),
  };
}

/** Without an entered day, paying begins when an order opens. */
const isPaymentOpening = (unknown: Unknown): boolean =>
  unknown.code === 'session-field-missing' && unknown.data.field === 'payment-opens';

/** Both ends of a window often fail for one reason: it is told once. */
const once = (unknowns: readonly Unknown[]): readonly Unknown[] =>
  unknowns.filter((unknown, index) => unknowns.findIndex((other) => other.code === unknown.code) === index);

function sessionTroubles(context: BoundaryContext): WindowWarning[] {
  const { session, notice, offeringCode } = context;
  const warnings: WindowWarning[] = [];
  const offering = notice.offerings.find((candidate) => candidate.code === offeringCode);
  const month = examMonthOf(session);
  const monthNumber = session.examStart ? monthOf(session.examStart) : month ? Number(month.slice(5)) : null;
  const scheduled = scheduledMonths(context);
  if (month !== null && scheduled.length > 0) {
    if (!scheduled.includes(month)) {
      const rows = notice.schedule.filter((row) => row.month === month);
      // why: a row of that month that leaves the offering out says so itself
      const source = rows[0]?.source ?? notice.schedule[0]?.source ?? null;
      warnings.push({ code: 'month-not-listed', data: { month, listed: scheduled.join(',') }, source });
    }
  } else if (offering?.months && monthNumber !== null && !offering.months.includes(monthNumber)) {
    const data = { month: monthNumber, listed: offering.months.join(',') };
    warnings.push({ code: 'month-not-listed', data, source: offering.source });
  }
  const row = scheduleRowOf(context);
  if (row?.flag) {
    warnings.push({ code: 'schedule-flagged', data: { month: row.month, flag: row.flag }, source: row.source });
  }
  const { examStart, examEnd } = session;
  if (examStart && examEnd && examEnd < examStart) {
    warnings.push({ code: 'exam-ends-before-start', data: { examStart, examEnd }, source: null });
  }
  const lastExamDay = examEnd ?? examStart;
  const { publishedOn } = context;
  if (publishedOn && lastExamDay && publishedOn <= lastExamDay) {
    const data = { publishedOn, examEnd: lastExamDay };
    warnings.push({ code: 'published-before-exam-ends', data, source: null });
  }
  return [...warnings, ...lateness(context)];
}

/** The exam months that the printed schedule gives an offering, as `YYYY-MM`. */
const scheduledMonths = ({ notice, offeringCode }: BoundaryContext): readonly string[] =>
  notice.schedule.filter((row) => row.offerings.includes(offeringCode)).map((row) => row.month);

function lateness(context: BoundaryContext): WindowWarning[] {
  const { publishedOn, notice } = context;
  if (!publishedOn) return [];
  const latest = resolveEnd({ ...context, publishedOn: null }, 'results', 'closes');
  if (!latest?.ok || publishedOn <= latest.value) return [];
  const source = windowOf(notice.windows, 'results')?.closes?.source ?? null;
  return [{ code: 'published-late', data: { publishedOn, latest: latest.value }, source }];
}

function orderTroubles({ notice, session }: BoundaryContext, windows: readonly SessionWindow[]): WindowWarning[] {
  const warnings: WindowWarning[] = [];
  const issued = notice.issuedOn;
  for (const { kind, opens, closes, source } of windows) {
    if (opens && closes && closes < opens) {
      warnings.push({ code: 'window-closes-before-opens', data: { kind, opens, closes }, source });
    }
    if (opens && issued && opens < issued.value) {
      warnings.push({
        code: 'window-before-notice',
        data: { kind, opens, issuedOn: issued.value },
        source: issued.source,
      });
    }
    if ((kind === 'application' || kind === 'payment') && closes && session.examStart && closes >= session.examStart) {
      warnings.push({ code: 'window-reaches-exam', data: { kind, closes, examStart: session.examStart }, source });
    }
  }
  const applicationCloses = windowOf(windows, 'application')?.closes;
  for (const { kind, opens } of notice.windows) {
    const days = opens?.kind === 'printed' ? printedDays(opens.text) : null;
    if (opens?.kind === 'printed' && days && applicationCloses && isStage(kind) && days.from <= applicationCloses) {
      const data = { kind, text: opens.text, applicationCloses };
      warnings.push({ code: 'stage-before-application-closes', data, source: opens.source });
    }
  }
  const payment = windowOf(windows, 'payment');
  const ticketOpens = windowOf(windows, 'ticket')?.opens;
  if (notice.reviewBeforePayment.value && applicationCloses && payment?.closes && payment.closes <= applicationCloses) {
    const data = { applicationCloses, paymentCloses: payment.closes };
    warnings.push({ code: 'no-time-for-review', data, source: notice.reviewBeforePayment.source });
  }
  if (ticketOpens && payment?.closes && ticketOpens <= payment.closes) {
    const data = { ticketOpens, paymentCloses: payment.closes };
    warnings.push({ code: 'ticket-before-payment-closes', data, source: payment.source });
  }
  return warnings;
}

const isStage = (kind: WindowKind): boolean => kind === 'preliminary' || kind === 'semi-final' || kind === 'final';

/** The days on which something changes from `day` on (a window opens, or is over the day after it closes), soonest first. */
export function nextWindowEvents(
  windows: readonly Pick<SessionWindow, 'kind' | 'opens' | 'closes'>[],
  day: LocalDate,
): readonly { readonly day: LocalDate; readonly kind: WindowKind; readonly what: 'opens' | 'over' }[] {
  const moments = windows
    .flatMap(({ kind, opens, closes }) => [
      ...(opens ? [{ day: opens, kind, what: 'opens' as const }] : []),
      ...(closes ? [{ day: addDays(closes, 1), kind, what: 'over' as const }] : []),
    ])
    .filter((moment) => moment.day > day);
  moments.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return moments;
}
