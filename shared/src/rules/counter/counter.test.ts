import { describe, expect, it } from 'vitest';
import { localDate, ok, timeOfDay } from '../../kernel';
import type { Counter } from '../../notice';
import { ANNOUNCED_YEARS } from '../calendar';
import { individualsApply, missingOriginals, openDays } from './index';

const source = { clause: '六（二）', quote: '每周五9:30-11:30；13:30-16:00' };
const fridays: Counter = {
  address: { value: '天宝路879号C楼2楼', source },
  days: 'weekdays',
  weekdays: [5],
  hours: [{ from: timeOfDay('09:30'), to: timeOfDay('11:30') }],
  closedOnHolidays: { value: true, source },
  source,
};
const method = (who: 'individual' | 'group', where: 'online' | 'counter' | 'elsewhere') => ({
  who,
  where,
  text: '报名',
  url: null,
  address: null,
  phone: null,
  steps: [],
  source,
});

describe('where individuals apply', () => {
  it.each([
    ['online', [method('individual', 'online'), method('group', 'counter')]],
    ['counter', [method('group', 'elsewhere'), method('individual', 'counter')]],
    ['online', [method('individual', 'counter'), method('individual', 'online')]],
    ['elsewhere', [method('individual', 'elsewhere')]],
    ['online', []],
  ])('is %s', (where, applicationMethods) => expect(individualsApply({ applicationMethods })).toBe(where));
});

describe('the days of a counter', () => {
  const days = (from: string, to: string, most = 60) =>
    openDays({ counter: fridays, from: localDate(from), to: localDate(to), most, calendar: ANNOUNCED_YEARS });

  it('are its weekdays without holidays, ends included', () => {
    expect(days('2025-09-26', '2025-10-10')).toEqual(ok(['2025-09-26', '2025-10-10']));
    expect(days('2025-09-27', '2025-10-09')).toEqual(ok([]));
  });
  it('are no more than asked for', () =>
    expect(days('2025-06-16', '2025-07-15', 2)).toEqual(ok(['2025-06-20', '2025-06-27'])));
  it('are unknown in a year nobody announced', () =>
    expect(days('2026-12-30', '2027-01-08')).toMatchObject({ ok: false, error: { year: 2027 } }));
});

describe('originals', () => {
  const paper = (document: string, byNumber = false) => ({ document, printed: null, source, keeps: false, byNumber });
  const groups = [
    { alternatives: [[paper('identity-document')]] },
    { alternatives: [[paper('diploma'), paper('chsi-code', true)], [paper('education-letter')]] },
  ];
  it('are missing until one alternative of each group is seen, or stands there as a number', () => {
    expect(missingOriginals(groups, new Set())).toEqual([[['identity-document']], [['diploma'], ['education-letter']]]);
    expect(missingOriginals(groups, new Set(['identity-document', 'education-letter']))).toEqual([]);
    expect(missingOriginals(groups, new Set(['diploma']))).toEqual([[['identity-document']]]);
  });
});
