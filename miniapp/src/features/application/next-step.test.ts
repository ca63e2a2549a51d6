import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { localDate } from '@jikaotong/shared/kernel';
import { ACTIONS, type ProgressFacts, actorOf, stageOf } from '@jikaotong/shared/rules/progress';
import { describe, expect, it } from 'vitest';
import { nextStepOf } from './next-step';

const day = localDate;
const facts: ProgressFacts = {
  windows: [
    { kind: 'application', opens: day('2026-11-16'), closes: day('2026-11-30') },
    { kind: 'payment', opens: day('2026-11-16'), closes: day('2026-12-04') },
    { kind: 'ticket', opens: day('2026-12-07'), closes: null },
    { kind: 'exam', opens: day('2026-12-12'), closes: day('2026-12-12') },
    { kind: 'publicity', opens: day('2026-12-18'), closes: day('2026-12-29') },
    { kind: 'review', opens: day('2026-12-18'), closes: day('2026-12-29') },
  ],
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

function stepOn(on: string, change: Partial<ProgressFacts> = {}) {
  const all = { ...facts, ...change };
  const { stage, next, blocked } = stageOf(all, day(on));
  return nextStepOf({
    id: 'a1',
    state: all.application,
    progress: { stage, next: [...next], blocked: [...blocked] },
  });
}

describe('the one next step', () => {
  it('goes on with a draft until its last day and not after', () => {
    expect(stepOn('2026-11-30')).toMatchObject({ id: 'go-on', until: '2026-11-30' });
    expect(stepOn('2026-12-01')).toBeNull();
  });

  it('mends what was returned as long as payment lasts', () => {
    expect(stepOn('2026-12-04', { application: 'returned' })).toMatchObject({ id: 'mend', until: '2026-12-04' });
    expect(stepOn('2026-12-05', { application: 'returned' })).toBeNull();
  });

  it('asks first about a session that was moved or cancelled, until the day', () => {
    const change = { kind: 'moved', until: day('2026-12-06'), choice: null } as const;
    const paid = { application: 'approved', order: { state: 'settled', claimed: false }, change } as const;
    expect(stepOn('2026-12-06', paid)).toMatchObject({ id: 'answer-change', until: '2026-12-06' });
    expect(stepOn('2026-12-07', paid)).toBeNull();
    const stopped = { ...paid, application: 'void', change: { ...change, kind: 'cancelled' } } as const;
    expect(stepOn('2026-12-06', stopped)).toMatchObject({ id: 'answer-change' });
  });

  it('leads to what the unit entered until it is handed in, and while the unit mends it', () => {
    expect(stepOn('2026-11-30', { paidByUnit: true })).toMatchObject({ id: 'check-row', until: null });
    expect(stepOn('2026-12-01', { paidByUnit: true })).toBeNull();
    expect(stepOn('2026-12-04', { paidByUnit: true, application: 'returned' })).toMatchObject({ id: 'check-row' });
    expect(stepOn('2026-12-04', { paidByUnit: true, application: 'submitted' })).toBeNull();
  });

  it('waits while staff review', () => {
    expect(stepOn('2026-11-24', { application: 'submitted' })).toBeNull();
  });

  it('pays, then opens ticket, result and certificate', () => {
    const open = { application: 'approved', order: { state: 'open', claimed: false } } as const;
    const paid = { application: 'approved', order: { state: 'settled', claimed: false } } as const;
    expect(stepOn('2026-12-04', open)).toMatchObject({ id: 'go-pay', until: '2026-12-04' });
    expect(stepOn('2026-12-06', paid)).toBeNull();
    expect(stepOn('2026-12-07', { ...paid, seated: true, ticketIssued: true })).toMatchObject({
      id: 'open-ticket',
      until: null,
    });
    const published = { ...paid, results: 'published', outcome: 'passed' } as const;
    expect(stepOn('2026-12-18', published)?.id).toBe('open-result');
    expect(stepOn('2026-12-30', { ...published, certificate: 'issued' })?.id).toBe('open-certificate');
  });

  it('only looks at the order while a transfer is checked', () => {
    const claimed = { application: 'approved', order: { state: 'open', claimed: true } } as const;
    const step = stepOn('2026-12-01', claimed);
    expect([step?.id, step?.text, step?.until]).toEqual(['go-pay', '查看缴费单', null]);
  });
});

/** What is done on the page where one is, or not on a page of its own. */
const IN_PLACE = ['save', 'withdraw', 'ask-score-review'];

it.each(ACTIONS.filter((action) => actorOf(action) === 'candidate' && !IN_PLACE.includes(action)))(
  'leads for %s to a page that there is',
  (action) => {
    const next = [{ action, by: 'candidate' as const, until: null }];
    const step = nextStepOf({ id: 'a1', state: 'approved', progress: { stage: 'paid', next, blocked: [] } });
    expect(step?.params).toEqual({ id: 'a1' });
    const page = fileURLToPath(new URL(`../..${step?.path ?? ''}.tsx`, import.meta.url));
    expect([step?.path, existsSync(page)]).toEqual([step?.path, true]);
  },
);

it('leads a retake to the kept passes, never to a new application', () => {
  const next = [{ action: 'apply-retake' as const, by: 'candidate' as const, until: day('2027-12-18') }];
  const progress = { stage: 'retake-possible' as const, next, blocked: [] };
  expect(nextStepOf({ id: 'a1', state: 'approved', progress })).toMatchObject({
    path: '/packages/exam/retake/index',
    until: '2027-12-18',
  });
});
