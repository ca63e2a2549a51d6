import { readFileSync } from 'node:fs';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { parseNotice } from '@jikaotong/shared/notice-file';
import { ANNOUNCED_YEARS } from '@jikaotong/shared/rules/calendar';
import { describe, expect, it } from 'vitest';
import { nearestOf } from './nearest';
import { type Plan, judgePlaces, judgePlan, missingPlaces } from './plan.policy';
import type { PaperDay, Session } from './session';
import type { Places } from './places.repository';
import { calendarYearsOf, judgeAssumptions, missingWindows, planWindows } from './windows.policy';

const day = localDate;
const parsed = parseNotice(
  readFileSync(new URL('../../../../shared/notices/bspia-2026-certification.yaml', import.meta.url), 'utf8'),
  null,
);
if (!parsed.ok) throw new Error('the seed does not parse');
const notice = parsed.value;
const shanghai = parseNotice(
  readFileSync(new URL('../../../../shared/notices/shqbxh-2025-certification.yaml', import.meta.url), 'utf8'),
  null,
);
if (!shanghai.ok) throw new Error('the seed does not parse');

const plan: Plan = {
  name: '2026年12月批次',
  offeringCodes: ['installer-5', 'security-manager-3'],
  examStart: day('2026-12-12'),
  examEnd: day('2026-12-12'),
  applicationOpens: day('2026-11-16'),
  applicationCloses: day('2026-11-30'),
  paymentOpens: day('2026-11-16'),
  resultsWithin: null,
  paymentCloses: day('2026-12-04'),
};
const paper = (change: Partial<Places['papers'][number]> = {}): Places['papers'][number] => ({
  offeringCode: 'installer-5',
  subject: 'theory',
  day: day('2026-12-12'),
  startsAt: timeOfDay('09:00'),
  endsAt: timeOfDay('10:30'),
  siteName: '考点',
  ...change,
});
const sites = [{ name: '考点', address: '一街', rooms: [{ name: '101', seats: 30 }] }];

describe('judgePlan', () => {
  it.each<[string, Partial<Plan>, string | null]>([
    ['the plan as it is', {}, null],
    ['applications that close on the day they open', { applicationCloses: day('2026-11-16') }, null],
    ['applications that close before they open', { applicationCloses: day('2026-11-15') }, 'window-order-wrong'],
    ['payment that closes the day before the exam', { paymentCloses: day('2026-12-11') }, null],
    ['payment that closes on the exam day', { paymentCloses: day('2026-12-12') }, 'window-order-wrong'],
    ['an exam that ends before it begins', { examEnd: day('2026-12-11') }, 'window-order-wrong'],
    ['days that are not entered yet', { applicationOpens: null, paymentCloses: null }, null],
    ['an offering of nobody', { offeringCodes: ['installer-4'] }, 'offering-unknown'],
    ['an offering named twice', { offeringCodes: ['installer-5', 'installer-5'] }, 'offering-unknown'],
  ])('%s', (_, change, refused) => expect(judgePlan({ ...plan, ...change }, notice)?.refused ?? null).toBe(refused));
});

describe('judgePlaces', () => {
  const judge = (papers: Places['papers'], given: Places['sites'] = sites) =>
    judgePlaces({ sites: given, papers }, plan, notice)?.refused ?? null;

  it.each<[string, Partial<Places['papers'][number]>, string | null]>([
    ['a paper on the exam day', {}, null],
    ['a paper the day after', { day: day('2026-12-13') }, 'window-order-wrong'],
    ['a paper that ends as it begins', { endsAt: timeOfDay('09:00') }, 'window-order-wrong'],
    ['a subject the offering has not', { subject: 'review' }, 'offering-unknown'],
    ['an offering the session has not', { offeringCode: 'installer-3' }, 'offering-unknown'],
    ['a site that is not listed', { siteName: '别处' }, 'invalid-input'],
  ])('%s', (_, change, refused) => expect(judge([paper(change)])).toBe(refused));

  it('wants names once', () => {
    expect(judge([paper(), paper()])).toBe('invalid-input');
    expect(judge([], [...sites, ...sites])).toBe('invalid-input');
    expect(
      judge([], [{ name: 'a', address: 'b', rooms: [...(sites[0]?.rooms ?? []), { name: '101', seats: 1 }] }]),
    ).toBe('invalid-input');
  });

  it('says what a session lacks', () => {
    expect(
      missingPlaces({ sites: [{ name: '考点', address: '一街', rooms: [] }], papers: [paper()] }, plan, notice),
    ).toEqual([
      'paper:installer-5:skill',
      'paper:security-manager-3:theory',
      'paper:security-manager-3:skill',
      'rooms:考点',
    ]);
  });
});

describe('a subject whose time is announced later (S25 二（三）)', () => {
  const two = 'security-manager-2';
  const days = { ...plan, examStart: day('2025-07-19'), examEnd: day('2025-07-20'), offeringCodes: [two] };
  const sites = [{ name: '考点', address: '一街', rooms: [{ name: '101', seats: 9 }] }];
  const paper = (subject: 'theory' | 'skill' | 'review', on: string): Places['papers'][number] => ({
    offeringCode: two,
    subject,
    day: day(on),
    startsAt: timeOfDay('09:00'),
    endsAt: timeOfDay('10:00'),
    siteName: '考点',
  });
  const fixed = [paper('theory', '2025-07-19'), paper('skill', '2025-07-20')];

  it('is not missing, and theory is', () => {
    expect(missingPlaces({ sites, papers: fixed }, days, shanghai.value)).toEqual([]);
    expect(missingPlaces({ sites, papers: fixed.slice(1) }, days, shanghai.value)).toEqual([`paper:${two}:theory`]);
  });

  it.each([
    ['review', '2025-07-18', 'window-order-wrong'],
    ['review', '2025-07-19', undefined],
    ['review', '2025-09-30', undefined],
    ['theory', '2025-07-21', 'window-order-wrong'],
  ] as const)('%s on %s: %s', (subject, on, refused) =>
    expect(judgePlaces({ sites, papers: [paper(subject, on)] }, days, shanghai.value)?.refused).toBe(refused),
  );
});

describe('windows', () => {
  const given = { notice, calendar: ANNOUNCED_YEARS, publishedOn: null, paperDays: [] };

  it('are the same for every offering of a session', () => {
    const { windows, differing } = planWindows(plan, given);
    expect(differing).toEqual([]);
    expect(windows.find(({ kind }) => kind === 'ticket')).toMatchObject({ opens: '2026-12-07', closes: '2026-12-12' });
    expect(windows.find(({ kind }) => kind === 'publicity')).toMatchObject({ closes: '2026-12-29' });
    expect(missingWindows(windows)).toEqual([]);
  });

  it('leave the retake to each result where levels keep their passes for different years (S25)', () => {
    const [three, two] = ['security-manager-3', 'security-manager-2'];
    const days = { examStart: day('2025-07-19'), examEnd: day('2025-07-19') };
    const s25 = { notice: shanghai.value, calendar: ANNOUNCED_YEARS, publishedOn: null, paperDays: [] };
    const mixed = planWindows({ ...plan, ...days, offeringCodes: [three, two] }, s25);
    expect(mixed.differing).toEqual([]);
    expect(mixed.windows.map(({ kind }) => kind)).not.toContain('retake');
    const alone = planWindows({ ...plan, ...days, offeringCodes: [two] }, s25);
    expect(alone.windows.map(({ kind }) => kind)).toContain('retake');
  });

  it('leave the day of the results open until the subject that is announced later has one (S25 二（三）, 三)', () => {
    const days = { examStart: day('2025-07-19'), examEnd: day('2025-07-19'), offeringCodes: ['security-manager-2'] };
    const s25 = { notice: shanghai.value, calendar: ANNOUNCED_YEARS, publishedOn: null };
    const closes = (paperDays: readonly PaperDay[]) =>
      planWindows({ ...plan, ...days }, { ...s25, paperDays }).windows.find(({ kind }) => kind === 'results')?.closes;
    const review = { offeringCode: 'security-manager-2', subject: 'review' as const };
    expect(closes([])).toBeNull();
    expect(closes([{ ...review, day: day('2025-07-19') }])).toBe('2025-08-15');
    expect(closes([{ ...review, day: day('2025-08-30') }])).toBe('2025-09-26');
  });

  it('are missing where staff have entered no day', () => {
    const { windows } = planWindows({ ...plan, paymentOpens: null }, given);
    expect(missingWindows(windows)).toEqual(['window:payment']);
  });

  it('rest on assumptions, each of which is named', () => {
    const refused = judgeAssumptions(notice, []);
    const paths = refused?.data?.['paths'];
    expect(refused?.refused).toBe('assumption-not-confirmed');
    if (!Array.isArray(paths)) throw new Error('no paths');
    expect(judgeAssumptions(notice, paths.map(String))).toBeNull();
    expect(judgeAssumptions(notice, paths.slice(1).map(String))?.data).toEqual({ paths: paths.slice(0, 1) });
  });

  it('remember the years they were computed by', () => expect(calendarYearsOf(ANNOUNCED_YEARS)).toBe('2024-2026'));
});

describe('the nearest thing one can do', () => {
  const known = (on: string) => ({ day: day(on), calendar: ANNOUNCED_YEARS });
  const { windows } = planWindows(plan, { notice, calendar: ANNOUNCED_YEARS, publishedOn: null, paperDays: [] });
  const session = (change: Partial<Session> = {}): Session => ({
    ...plan,
    publications: [],
    id: 'december',
    kind: 'session',
    revision: 'r1',
    bodyId: 'bspia',
    noticeId: notice.id,
    noticeVersionId: 'v1',
    noticeVersion: 1,
    state: 'published',
    year: 2026,
    number: 1,
    placesFrozen: false,
    windowsConfirmedAt: 0,
    calendarYears: '2024-2026',
    publishedAt: 0,
    resultsPublishedOn: null,
    createdAt: 0,
    windows,
    paperDays: [],
    ...change,
  });

  it.each([
    ['2026-11-15', 'upcoming', '2026-11-16'],
    ['2026-11-16', 'applying', '2026-11-30'],
    ['2026-11-30', 'applying', '2026-11-30'],
    ['2026-12-01', 'reviewing', '2026-12-04'],
    ['2026-12-05', 'awaiting-exam', '2026-12-12'],
    ['2026-12-13', 'awaiting-results', '2026-12-18'],
  ])('on %s is %s, until or from %s', (on, state, turns) =>
    expect(nearestOf(notice, [session()], known(on))).toMatchObject({ state, on: turns }),
  );

  it.each([
    ['2025-07-11', 'applying', '2025-07-11'],
    ['2025-07-12', 'upcoming', '2025-07-16'],
    ['2025-07-16', 'applying', '2025-08-15'],
    ['2026-01-10', 'under-way', '2025-12-31'],
  ])('by its counter, where individuals apply there: on %s %s, %s', (on, state, turns) => {
    expect(nearestOf(shanghai.value, [], known(on))).toMatchObject({ state, on: turns });
  });

  it('prefers what can be done to what is over or cancelled', () => {
    const ended = session({ id: 'october', resultsPublishedOn: day('2026-10-20'), windows: [] });
    const cancelled = session({ id: 'none', state: 'cancelled' });
    expect(nearestOf(notice, [cancelled, ended, session()], known('2026-11-20'))?.sessionId).toBe('december');
    expect(nearestOf(notice, [cancelled, ended], known('2026-11-20'))).toMatchObject({
      sessionId: 'october',
      state: 'ended',
    });
    expect(nearestOf(notice, [cancelled], known('2026-11-20'))).toMatchObject({
      sessionId: null,
      state: 'not-planned',
    });
  });
});
