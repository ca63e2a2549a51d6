import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { banOf, procedureOf } from './index';

const procedure = procedureOf({ conduct: null });
const given = {
  severity: 'light' as const,
  examOn: localDate('2026-12-12'),
  decidedOn: localDate('2026-12-20'),
  procedure,
};
const years = { ban: { kind: 'years' as const, light: 2, serious: 5 } };

describe('a ban', () => {
  it('lasts for the rest of the year of the exam, and is none where that is over', () => {
    const ban = { ban: { kind: 'rest-of-year' as const } };
    expect(banOf(ban, given)).toEqual({ from: '2026-12-20', until: '2026-12-31' });
    expect(banOf(ban, { ...given, decidedOn: localDate('2026-12-31') })?.until).toBe('2026-12-31');
    expect(banOf(ban, { ...given, decidedOn: localDate('2027-01-01') })).toBeNull();
  });

  it('lasts two years or five from the decision, or from the exam by the setting', () => {
    expect(banOf(years, given)).toEqual({ from: '2026-12-20', until: '2028-12-20' });
    expect(banOf(years, { ...given, severity: 'serious' })?.until).toBe('2031-12-20');
    const fromExam = { ...procedure, banFrom: { ...procedure.banFrom, value: 'exam' as const } };
    expect(banOf(years, { ...given, procedure: fromExam })).toEqual({ from: '2026-12-20', until: '2028-12-12' });
  });

  it('is none where the weight prints none', () => expect(banOf({ ban: null }, given)).toBeNull());
});
