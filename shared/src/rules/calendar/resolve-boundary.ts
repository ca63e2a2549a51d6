import { type Clause, type LocalDate, type Result, addDays, failed, ok, unreachable } from '../../kernel';
import {
  type Anchor,
  type Boundary,
  type Notice,
  type SessionField,
  type Window,
  type WindowKind,
  offeringOf,
} from '../../notice';
import type { Calendar } from './calendar-year';
import { keptRowOf, lastDayOfMonths, lastDayOfYears } from './kept';
import type { UnknownDay, WindowEnd } from './window-warning';
import { addWorkdays } from './workdays';

/** The days staff entered for a session; absent or null: not entered. Without an exam day its month may be given. */
export type SessionDays = {
  readonly examStart: LocalDate | null;
  /** The last exam day; the first one where absent. */
  readonly examEnd?: LocalDate | null;
  /** `YYYY-MM`, for a plan whose exam day is not set yet. */
  readonly examMonth?: string | null;
  readonly applicationOpens?: LocalDate | null;
  readonly applicationCloses?: LocalDate | null;
  readonly paymentOpens?: LocalDate | null;
  readonly paymentCloses?: LocalDate | null;
  /** Results are due within the other count that the notice prints; absent: the first one. */
  readonly resultsWithin?: number | null;
};

/** The parts of a notice that decide its days. */
export type TimedNotice = Pick<
  Notice,
  'offerings' | 'issuedOn' | 'reviewBeforePayment' | 'windows' | 'schedule' | 'retake'
>;

/** Everything a boundary may hang on. */
export type BoundaryContext = {
  readonly notice: TimedNotice;
  readonly offeringCode: string;
  readonly session: SessionDays;
  /** The day the results were published; null before. */
  readonly publishedOn: LocalDate | null;
  /** That of the candidate's first sitting, on a retake. */
  readonly firstPublishedOn: LocalDate | null;
  readonly calendar: Calendar;
};

export type Unknown = UnknownDay & { readonly source: Clause | null };
type Day = Result<LocalDate, Unknown>;

/** The day one end of a window falls on, or why it cannot be known; null where the notice leaves that end open. */
export function resolveEnd(context: BoundaryContext, kind: WindowKind, end: WindowEnd): Day | null {
  const window = context.notice.windows.find((candidate) => candidate.kind === kind);
  return window ? resolve(context, window, end, []) : null;
}

/** The exam month of a session as `YYYY-MM`; null when neither day nor month is known. */
export const examMonthOf = (session: SessionDays): string | null =>
  session.examStart?.slice(0, 7) ?? session.examMonth ?? null;

type Visited = readonly string[];

function resolve(context: BoundaryContext, window: Window, end: WindowEnd, visited: Visited): Day | null {
  const boundary: Boundary | null = window[end];
  if (!boundary) return null;
  const unknown = (cause: UnknownDay): Day => failed({ ...cause, source: boundary.source });
  const place = { kind: window.kind, end };
  switch (boundary.kind) {
    case 'on':
      return ok(boundary.day);
    case 'printed':
      return unknown({ code: 'day-printed-only', data: { ...place, text: boundary.text } });
    case 'session': {
      const entered = enteredDay(context.session, boundary.field);
      return entered
        ? ok(entered)
        : unknown({ code: 'session-field-missing', data: { ...place, field: boundary.field } });
    }
    case 'schedule':
      return scheduledDay(context, boundary.field) ?? unknown(missingRow(context, place));
    case 'anchor':
    case 'offset': {
      const here = `${window.kind}-${end}`;
      const anchor = visited.includes(here) ? null : anchorDay(context, boundary.anchor, [...visited, here]);
      if (!anchor) return unknown({ code: 'anchor-unknown', data: { ...place, anchor: boundary.anchor } });
      if (!anchor.ok) return failed(inherited(anchor.error, place));
      if (boundary.kind === 'anchor') return anchor;
      const moved = move(context.calendar, anchor.value, countedBy(context.session, window.kind, boundary));
      return moved.ok ? moved : unknown({ code: moved.error.code, data: { ...place, year: moved.error.year } });
    }
    case 'kept': {
      const kept = keptRowOf(context.notice.retake, offeringOf(context.notice, context.offeringCode)?.level ?? null);
      const from = context.notice.retake && anchorDay(context, context.notice.retake.keptFrom.value, visited);
      if (!kept || !from) return unknown({ code: 'anchor-unknown', data: { ...place, anchor: 'kept' } });
      return from.ok ? ok(lastDayOfYears(from.value, kept.years)) : failed(inherited(from.error, place));
    }
    default:
      return unreachable(boundary);
  }
}

/** The same cause, told of the end that suffers from it. */
const inherited = (cause: Unknown, place: { kind: WindowKind; end: WindowEnd }): Unknown => {
  switch (cause.code) {
    case 'calendar-year-unknown':
      return { ...cause, data: { ...cause.data, ...place } };
    case 'session-field-missing':
      return { ...cause, data: { ...cause.data, ...place } };
    case 'schedule-row-missing':
      return { ...cause, data: { ...cause.data, ...place } };
    case 'day-printed-only':
      return { ...cause, data: { ...cause.data, ...place } };
    case 'anchor-unknown':
      return { ...cause, data: { ...cause.data, ...place } };
  }
};

function anchorDay(context: BoundaryContext, anchor: Anchor, visited: Visited): Day | null {
  const { session, publishedOn, firstPublishedOn } = context;
  const end = (kind: WindowKind, which: WindowEnd): Day | null => {
    const window = context.notice.windows.find((candidate) => candidate.kind === kind);
    return window ? resolve(context, window, which, visited) : null;
  };
  switch (anchor) {
    case 'exam-start':
      return session.examStart ? ok(session.examStart) : null;
    case 'exam-end':
      return session.examEnd ? ok(session.examEnd) : session.examStart ? ok(session.examStart) : null;
    case 'published':
      return publishedOn ? ok(publishedOn) : (end('results', 'closes') ?? end('results', 'opens'));
    case 'first-published':
      return firstPublishedOn ? ok(firstPublishedOn) : anchorDay(context, 'published', visited);
    case 'publicity-opens':
      return end('publicity', 'opens');
    case 'publicity-closes':
      return end('publicity', 'closes');
    case 'application-opens':
      return end('application', 'opens');
    case 'application-closes':
      return end('application', 'closes');
    case 'payment-closes':
      return end('payment', 'closes');
  }
}

function enteredDay(session: SessionDays, field: SessionField): LocalDate | null {
  switch (field) {
    case 'application-opens':
      return session.applicationOpens ?? null;
    case 'application-closes':
      return session.applicationCloses ?? null;
    case 'payment-opens':
      return session.paymentOpens ?? null;
    case 'payment-closes':
      return session.paymentCloses ?? null;
    case 'exam-start':
      return session.examStart;
    case 'exam-end':
      return session.examEnd ?? session.examStart;
  }
}

/** What staff entered goes before the printed row: a session follows its own dates (N13). */
function scheduledDay(context: BoundaryContext, field: SessionField): Day | null {
  const entered = enteredDay(context.session, field);
  if (entered) return ok(entered);
  const row = scheduleRowOf(context);
  const span = field.startsWith('application') ? row?.application : field.startsWith('payment') ? row?.payment : null;
  if (!span) return null;
  return ok(field.endsWith('opens') ? span.opens : span.closes);
}

/** The printed row of dates for the session's month and offering. */
export const scheduleRowOf = ({ notice, offeringCode, session }: BoundaryContext) =>
  notice.schedule.find((row) => row.month === examMonthOf(session) && row.offerings.includes(offeringCode)) ?? null;

const missingRow = ({ session }: BoundaryContext, place: { kind: WindowKind; end: WindowEnd }): UnknownDay => ({
  code: 'schedule-row-missing',
  data: { ...place, month: examMonthOf(session) ?? '' },
});

/** The count that holds for this session: the printed one, or the other printed one that staff have chosen for its results. */
function countedBy(session: SessionDays, kind: WindowKind, offset: Offset): Offset {
  const { orElse } = offset;
  return kind === 'results' && orElse && session.resultsWithin === orElse.count
    ? { ...offset, count: orElse.count }
    : offset;
}
type Offset = Extract<Boundary, { kind: 'offset' }>;

function move(calendar: Calendar, from: LocalDate, offset: Offset) {
  const count = offset.direction === 'before' ? -offset.count : offset.count;
  switch (offset.unit) {
    case 'workdays':
      return addWorkdays(calendar, from, count);
    case 'days':
      return ok(addDays(from, count));
    case 'weeks':
      return ok(addDays(from, count * 7));
    case 'months':
      return ok(lastDayOfMonths(from, count));
    case 'years':
      return ok(lastDayOfYears(from, count));
  }
}
