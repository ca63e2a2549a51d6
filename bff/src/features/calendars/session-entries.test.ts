import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { ProgressFacts } from '@jikaotong/shared/rules/progress';
import { describe, expect, it } from 'vitest';
import { type CalendarSession, type OwnApplication, sessionEntries } from './session-entries';

const day = localDate;
const source = { assumed: 'test' };
const windows: CalendarSession['windows'] = [
  { kind: 'application', opens: day('2026-11-16'), closes: day('2026-11-30'), source },
  { kind: 'payment', opens: null, closes: day('2026-12-04'), source },
  { kind: 'ticket', opens: day('2026-12-07'), closes: day('2026-12-12'), source },
  { kind: 'review', opens: day('2026-12-18'), closes: day('2026-12-29'), source },
];
const session: CalendarSession = {
  id: 's1',
  name: '12月批次',
  cancelled: false,
  changedAt: 1,
  windows,
  notice: { noticeId: 'n1', noticeTitle: '通知', bodyName: '协会' },
};
const draft: ProgressFacts = {
  windows,
  application: 'draft',
  order: null,
  seated: false,
  ticketIssued: false,
  results: 'none',
  outcome: null,
  scoreReviewOpen: false,
  retakeUntil: null,
  certificate: 'none',
  change: null,
};
const offering = { code: 'installer-5', occupation: '安全防范设施安装工', workType: null, level: 5 as const };
const application = (facts: Partial<ProgressFacts>, more: Partial<OwnApplication> = {}): OwnApplication => ({
  id: 'a1',
  offering,
  facts: { ...draft, ...facts },
  seats: [],
  kept: [],
  ...more,
});
const settled = { application: 'approved', order: { state: 'settled', claimed: false } } as const;
const toPay = { application: 'approved', order: { state: 'open', claimed: false } } as const;

describe('the days of a session', () => {
  const todos = (own: readonly OwnApplication[], on: string, of = session) =>
    sessionEntries(of, own, day(on)).flatMap(({ item }) => (item.todo ? [`${item.key} ${item.todo.action}`] : []));

  it('are its windows as they stand, with their clause, for whoever follows', () => {
    const entries = sessionEntries(session, [], day('2026-11-23'));
    expect(entries.map(({ item }) => [item.window, item.opens, item.closes])).toEqual(
      windows.map(({ kind, opens, closes }) => [kind, opens, closes]),
    );
    expect(entries[0]?.item).toMatchObject({ key: 'session.s1.application', mine: false, source, applicationId: null });
  });

  it.each([
    ['2026-11-15', []],
    ['2026-11-16', ['session.s1.application apply']],
    ['2026-11-30', ['session.s1.application apply']],
    ['2026-12-01', []],
  ])('invite to apply inside the window only: %s', (on, expected) => expect(todos([], on)).toEqual(expected));

  it.each<[string, Partial<ProgressFacts>, string, readonly string[]]>([
    ['a draft', {}, '2026-11-23', ['session.s1.application submit']],
    ['handed in', { application: 'submitted' }, '2026-11-23', []],
    ['to pay', toPay, '2026-12-04', ['session.s1.payment pay']],
    ['to pay, a day late', toPay, '2026-12-05', []],
    ['ticket there', { ...settled, ticketIssued: true }, '2026-12-07', ['session.s1.ticket see-ticket']],
    ['ticket there, a day early', { ...settled, ticketIssued: true }, '2026-12-06', []],
    ['returned', { application: 'returned' }, '2026-12-01', ['application.a1.mending submit']],
  ])('show what is mine to do at its window: %s', (_, facts, on, expected) =>
    expect(todos([application(facts)], on)).toEqual(expected),
  );

  it('ask nothing of anybody once the session is cancelled, and ring no more', () => {
    const entries = sessionEntries({ ...session, cancelled: true }, [application(toPay)], day('2026-12-01'));
    expect(entries.every(({ item, alarm }) => item.cancelled && item.todo === null && alarm === null)).toBe(true);
    expect(todos([], '2026-11-23', { ...session, cancelled: true })).toEqual([]);
  });

  it.each([
    ['2026-11-27', ['application.a1.answer-until answer-change']],
    ['2026-11-28', []],
  ])('still ask what I want instead of a cancelled session, until the day named: %s', (on, expected) => {
    const change = { kind: 'cancelled', until: day('2026-11-27'), choice: null } as const;
    const of = { ...session, cancelled: true };
    const own = application({ ...settled, application: 'void', change });
    expect(todos([own], on, of)).toEqual(expected);
    const asked = sessionEntries(of, [own], day(on)).filter(({ item }) => item.kind === 'answer-until');
    expect(asked.every(({ item, alarm }) => !item.cancelled && alarm === 'closing')).toBe(true);
  });

  it('hold my papers, the last day of a retake and how long a pass is kept', () => {
    const own = application(
      { ...settled, results: 'published', outcome: 'failed', retakeUntil: day('2027-12-18') },
      {
        seats: [
          {
            subject: 'theory',
            day: day('2026-12-12'),
            startsAt: timeOfDay('09:00'),
            endsAt: timeOfDay('10:30'),
            place: '亦庄',
          },
        ],
        kept: [{ subject: 'theory', until: day('2027-12-12'), source }],
      },
    );
    const found = sessionEntries(session, [own], day('2027-01-04')).filter(({ item }) => item.kind !== 'window');
    expect(found.map(({ item, alarm }) => [item.key, item.opens, item.startsAt, item.todo?.action, alarm])).toEqual([
      ['application.a1.paper.theory', '2026-12-12', '09:00', undefined, 'coming'],
      ['application.a1.retake-until', '2027-12-18', null, 'apply-retake', 'closing'],
      ['application.a1.kept.theory', '2027-12-12', null, undefined, null],
    ]);
  });

  it('ring before a last day only where it may still cost something', () => {
    const ringing = (...own: readonly OwnApplication[]) =>
      sessionEntries(session, own, day('2026-11-23')).flatMap(({ item, alarm }) =>
        alarm ? [`${item.window} ${alarm}`] : [],
      );
    expect(ringing()).toEqual(['application closing']);
    expect(ringing(application({}))).toContain('application closing');
    expect(ringing(application(toPay))).toEqual(['payment closing', 'ticket opening', 'review closing']);
    expect(ringing(application(settled))).toEqual(['ticket opening', 'review closing']);
  });

  it('name the level where one application stands there, and none where two do', () => {
    const both = [application(toPay), { ...application({ application: 'submitted' }), id: 'a2' }];
    const [, payment] = sessionEntries(session, both, day('2026-12-01'));
    expect(payment?.item).toMatchObject({ offering: null, applicationId: 'a1', todo: { action: 'pay' } });
    expect(sessionEntries(session, [application(toPay)], day('2026-12-01'))[1]?.item.offering).toEqual(offering);
  });
});
