import { type Clause, type LocalDate, type Result, type TimeOfDay, addDays, failed, ok, weekdayOf } from '../../kernel';
import type { Counter, Notice, WindowKind } from '../../notice';
import type { Calendar, CalendarGap } from './calendar-year';
import { isDayOff, isWorkday } from './workdays';

/** Whether papers are taken now, and until when or from when again; `next` null: not within the coming month. */
export type CounterState =
  | { readonly state: 'open'; readonly until: TimeOfDay }
  | { readonly state: 'closed'; readonly next: { readonly day: LocalDate; readonly from: TimeOfDay } | null }
  | { readonly state: 'unknown'; readonly gap: CalendarGap };

const LOOK_AHEAD_DAYS = 31;

/** The counter at a moment; its closing minute itself is closed. */
export function counterState(input: {
  counter: Counter;
  day: LocalDate;
  time: TimeOfDay;
  calendar: Calendar;
}): CounterState {
  const { counter, day, time, calendar } = input;
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead);
    const opens = opensOn(counter, candidate, calendar);
    if (!opens.ok) return { state: 'unknown', gap: opens.error };
    if (!opens.value) continue;
    const now = ahead === 0 ? counter.hours.find(({ from, to }) => from <= time && time < to) : undefined;
    if (now) return { state: 'open', until: now.to };
    const later = counter.hours.map(({ from }) => from).filter((from) => ahead > 0 || from > time);
    const [first, ...others] = later;
    if (first) {
      const from = others.reduce((earliest, other) => (other < earliest ? other : earliest), first);
      return { state: 'closed', next: { day: candidate, from } };
    }
  }
  return { state: 'closed', next: null };
}

/** The last day of a window on which the counter opens; null when it never does. */
export function lastCounterDay(input: {
  counter: Counter;
  opens: LocalDate;
  closes: LocalDate;
  calendar: Calendar;
}): Result<LocalDate | null, CalendarGap> {
  for (let day = input.closes; day >= input.opens; day = addDays(day, -1)) {
    const opens = opensOn(input.counter, day, input.calendar);
    if (!opens.ok) return failed(opens.error);
    if (opens.value) return ok(day);
  }
  return ok(null);
}

/** The last day on which somebody may come to the counter inside a window, and the counter's own clause. */
export type LastCounterDay = { readonly day: LocalDate | null; readonly source: Clause };

/**
 * Of windows in which something is handed in at the counter (applications, cheques, cash): the last day it opens; null
 * where the notice asks nobody to come, or an end is not known.
 */
export function lastCounterDayOf(input: {
  notice: Pick<Notice, 'counters' | 'applicationMethods' | 'fees'>;
  window: { readonly kind: WindowKind; readonly opens: LocalDate | null; readonly closes: LocalDate | null };
  calendar: Calendar;
}): Result<LastCounterDay | null, CalendarGap> {
  const { notice, window, calendar } = input;
  const [counter] = notice.counters;
  if (!counter || !window.opens || !window.closes || !comesToCounter(notice, window.kind)) return ok(null);
  const last = lastCounterDay({ counter, opens: window.opens, closes: window.closes, calendar });
  return last.ok ? ok({ day: last.value, source: counter.source }) : last;
}

function comesToCounter(notice: Pick<Notice, 'applicationMethods' | 'fees'>, kind: WindowKind): boolean {
  if (kind === 'application') return notice.applicationMethods.some((method) => method.where === 'counter');
  return kind === 'payment' && (notice.fees?.methods.some((method) => method.where === 'counter') ?? false);
}

function opensOn(counter: Counter, day: LocalDate, calendar: Calendar): Result<boolean, CalendarGap> {
  if (counter.days === 'workdays') return isWorkday(calendar, day);
  if (!counter.weekdays.includes(weekdayOf(day))) return ok(false);
  if (!counter.closedOnHolidays.value) return ok(true);
  // a Saturday of its own is an ordinary one: only an announced day off closes it
  const off = isDayOff(calendar, day);
  return off.ok ? ok(!off.value) : off;
}
