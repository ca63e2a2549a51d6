import { expect, it } from 'vitest';
import { breachWords, tierWords } from './conduct';

it('says what a breach costs', () => {
  expect(tierWords({ cancels: 'this-subject', ban: null })).toBe('取消这一科的成绩');
  expect(tierWords({ cancels: 'all-subjects', ban: { kind: 'rest-of-year' } })).toContain('当年不得再参加');
  expect(tierWords({ cancels: 'all-subjects', ban: { kind: 'years', light: 1, serious: 3 } })).toMatch(/1年.*3年/);
  expect(tierWords({ cancels: 'all-subjects', ban: { kind: 'years', light: 2, serious: 2 } })).not.toContain('情节');
});

it('says which breach needs a warning first', () => {
  expect(breachWords({ text: '交头接耳', afterWarning: true })).not.toBe('交头接耳');
  expect(breachWords({ text: '交头接耳', afterWarning: false })).toBe('交头接耳');
});
