import { expect, it } from 'vitest';
import { localDate as day } from '../../kernel';
import { choiceDayFault, dayBehind } from './index';

const today = day('2026-12-02');
const exam = { examStart: day('2026-12-19') };

it.each([
  ['an exam today', { examStart: today }, 'examStart'],
  ['an exam tomorrow', { examStart: day('2026-12-03') }, null],
  ['applications until yesterday', { ...exam, applicationCloses: day('2026-12-01') }, 'applicationCloses'],
  ['applications until today', { ...exam, applicationCloses: today }, null],
  ['payment until yesterday', { ...exam, paymentCloses: day('2026-12-01') }, 'paymentCloses'],
  ['payment until today', { ...exam, paymentCloses: today }, null],
  ['nothing but an exam', { ...exam, applicationCloses: null, paymentCloses: null }, null],
])('%s: %s is over', (_, days, behind) => expect(dayBehind(days, today)).toBe(behind));

it.each([
  ['2026-12-01', exam.examStart, { from: today, to: day('2026-12-18'), limit: 'exam' }],
  ['2026-12-02', exam.examStart, null],
  ['2026-12-18', exam.examStart, null],
  ['2026-12-19', exam.examStart, { from: today, to: day('2026-12-18'), limit: 'exam' }],
  ['2026-12-01', null, { from: today, to: day('2027-01-31'), limit: 'days' }],
  ['2027-01-31', null, null],
  ['2027-02-01', null, { from: today, to: day('2027-01-31'), limit: 'days' }],
] as const)('people choose until %s before an exam on %s', (until, examStart, fault) =>
  expect(choiceDayFault(day(until), today, examStart)).toEqual(fault),
);
