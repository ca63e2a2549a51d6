import { describe, expect, it } from 'vitest';
import { localDate, ok, timeOfDay } from '../../kernel';
import type { Counter } from '../../notice';
import { ANNOUNCED_YEARS, counterState, lastCounterDay } from './index';

const source = { clause: '四（二）', quote: '周一至周五 09:00-11:00、13:00-17:00' };
const everyWeekday: Counter = {
  address: { value: '科谷一街 10 号院 12 号楼 12 层', source },
  days: 'weekdays',
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    { from: timeOfDay('13:00'), to: timeOfDay('17:00') },
    { from: timeOfDay('09:00'), to: timeOfDay('11:00') },
  ],
  closedOnHolidays: { value: true, source: { assumed: 'unstated' } },
  source,
};
const fridays: Counter = { ...everyWeekday, weekdays: [5] };
const at = (counter: Counter, day: string, time: string) =>
  counterState({ counter, day: localDate(day), time: timeOfDay(time), calendar: ANNOUNCED_YEARS });

describe('counterState', () => {
  it.each([
    ['2026-11-23', '08:59', { state: 'closed', next: { day: '2026-11-23', from: '09:00' } }],
    ['2026-11-23', '09:00', { state: 'open', until: '11:00' }],
    ['2026-11-23', '10:59', { state: 'open', until: '11:00' }],
    ['2026-11-23', '11:00', { state: 'closed', next: { day: '2026-11-23', from: '13:00' } }],
    ['2026-11-23', '17:00', { state: 'closed', next: { day: '2026-11-24', from: '09:00' } }],
    ['2026-11-27', '17:00', { state: 'closed', next: { day: '2026-11-30', from: '09:00' } }],
    ['2026-09-30', '17:00', { state: 'closed', next: { day: '2026-10-08', from: '09:00' } }],
    ['2026-10-10', '10:00', { state: 'closed', next: { day: '2026-10-12', from: '09:00' } }],
  ])('%s %s', (day, time, state) => expect(at(everyWeekday, day, time)).toEqual(state));

  it('opens on worked weekends where every working day counts', () => {
    expect(at({ ...everyWeekday, days: 'workdays', weekdays: [] }, '2026-10-10', '10:00').state).toBe('open');
  });

  it.each([
    ['2026-11-28', { state: 'open', until: '11:00' }],
    ['2026-10-10', { state: 'open', until: '11:00' }],
    ['2026-10-03', { state: 'closed', next: { day: '2026-10-10', from: '09:00' } }],
  ])('opens on Saturdays where the notice says so, but not on a day off: %s', (day, state) => {
    expect(at({ ...everyWeekday, weekdays: [6] }, day, '10:00')).toEqual(state);
  });

  it('does not promise a day in a year nobody announced', () => {
    expect(at(everyWeekday, '2026-12-31', '18:00')).toEqual({
      state: 'unknown',
      gap: { code: 'calendar-year-unknown', year: 2027 },
    });
    expect(at({ ...everyWeekday, closedOnHolidays: { value: false, source } }, '2026-12-31', '18:00')).toEqual({
      state: 'closed',
      next: { day: '2027-01-01', from: '09:00' },
    });
  });
});

describe('lastCounterDay', () => {
  it.each([
    ['2025-05-16', '2025-06-15', '2025-06-13'],
    ['2025-06-16', '2025-07-15', '2025-07-11'],
    ['2025-07-16', '2025-08-15', '2025-08-15'],
    ['2025-08-16', '2025-09-15', '2025-09-12'],
    ['2025-09-16', '2025-10-15', '2025-10-10'],
    ['2025-10-16', '2025-11-15', '2025-11-14'],
    ['2025-11-16', '2025-12-31', '2025-12-26'],
    ['2025-10-03', '2025-10-05', null],
  ])('%s to %s: %s', (opens, closes, last) => {
    const input = { counter: fridays, opens: localDate(opens), closes: localDate(closes), calendar: ANNOUNCED_YEARS };
    expect(lastCounterDay(input)).toEqual(ok(last));
  });
});
