import { expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { referenceDayOf } from './index';

const appliedOn = localDate('2026-11-23');
const examStart = localDate('2026-12-12');
const by = (value: 'application-day' | 'exam-day') => ({ referenceDay: { value, source: { assumed: 'a test' } } });

it('is the day of the application, or the first of the exam where the notice says so and it is known', () => {
  expect(referenceDayOf(by('application-day'), { appliedOn, examStart })).toBe(appliedOn);
  expect(referenceDayOf(by('exam-day'), { appliedOn, examStart })).toBe(examStart);
  expect(referenceDayOf(by('exam-day'), { appliedOn, examStart: null })).toBe(appliedOn);
});
