import type { CounterDays } from '@jikaotong/shared/contract';
import { type LocalDate, laterOf, timeAt } from '@jikaotong/shared/kernel';
import type { Counter } from '@jikaotong/shared/notice';
import { type Calendar, counterState, lastCounterDay } from '@jikaotong/shared/rules/calendar';
import { openDays } from '@jikaotong/shared/rules/counter';
import { type KnownWindow, spanOf, withinWindow } from '@jikaotong/shared/rules/progress';
import type { Now } from '../../platform/clock';
import type { Refused } from '../../platform/http';

/** More than any printed window has counter days. */
const MOST_DAYS = 60;

/** Where a counter stands now, and the days it still opens in the window of applications. */
export function counterDaysOf(given: {
  counter: Counter;
  windows: readonly KnownWindow[];
  calendar: Calendar;
  now: Pick<Now, 'ms' | 'day'>;
}): CounterDays {
  const { counter, windows, calendar, now } = given;
  const { opens, closes } = spanOf(windows, 'application');
  const from = opens === null ? now.day : laterOf(opens, now.day);
  const days = closes === null ? null : openDays({ counter, from, to: closes, most: MOST_DAYS, calendar });
  const last = opens === null || closes === null ? null : lastCounterDay({ counter, opens, closes, calendar });
  const state = counterState({ counter, day: now.day, time: timeAt(now.ms), calendar });
  return {
    address: counter.address.value,
    hours: counter.hours.map(({ from: opensAt, to }) => ({ from: opensAt, to })),
    source: counter.source,
    now: state,
    opens,
    closes,
    days: days?.ok ? [...days.value] : [],
    lastDay: last?.ok ? last.value : null,
  };
}

/** Before or after the window of applications, with the day the counter opens next. */
export function refuseWindow(windows: readonly KnownWindow[], days: CounterDays, day: LocalDate): Refused | null {
  const outside = withinWindow(windows, 'application', day);
  if (!outside) return null;
  const { opens, closes } = days;
  return outside.code === 'too-early'
    ? { refused: 'counter-window', data: { when: 'before', opensOn: opens, next: days.days[0] ?? null } }
    : { refused: 'counter-window', data: { when: 'after', closedOn: closes } };
}
