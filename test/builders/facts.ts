import { localDate } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';

const bornOn = localDate('1990-05-01');

/** Somebody about whom everything is known and nothing much can be said; `change` adds what the story needs. */
export const knownFacts = (change: Partial<Facts> = {}): Facts => ({
  birthDate: bornOn,
  sex: 'male',
  womanLine: null,
  intends: false,
  jobs: [],
  certificates: [],
  diplomas: [],
  titles: [],
  residence: [],
  declared: { works: false },
  ...change,
});

/** A grown-up who intends to install alarms: eligible for B26's installer-5 by route 1. */
export const futureInstaller = (change: Partial<Facts> = {}): Facts => knownFacts({ intends: true, ...change });

/** A guard for twelve years by November 2026: eligible for B26's security-manager-3 by route 1. */
export const longServingGuard = (change: Partial<Facts> = {}): Facts =>
  knownFacts({
    jobs: [{ occupation: '保安员', from: localDate('2014-03-01'), to: null, employer: '北京安泰保安服务有限公司' }],
    ...change,
  });

/** A guard for four years: too few for any route of security-manager-3. */
export const newGuard = (change: Partial<Facts> = {}): Facts =>
  knownFacts({ jobs: [{ occupation: '保安员', from: localDate('2022-11-01'), to: null }], ...change });
