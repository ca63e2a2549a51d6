import { localDate } from '@jikaotong/shared/kernel';
import type { WindowKind } from '@jikaotong/shared/notice';
import { STAGES, type Stage } from '@jikaotong/shared/rules/progress';
import { describe, expect, it } from 'vitest';
import { dotsOf, progressStepsOf } from './progress-steps';

const kinds: readonly WindowKind[] = ['application', 'payment', 'ticket', 'exam', 'results', 'publicity'];
const windowsOf = (given: readonly WindowKind[]) =>
  given.map((kind) => ({
    kind,
    opens: localDate('2026-11-16'),
    closes: localDate('2026-11-30'),
    source: { assumed: 'a test' },
  }));

const statesAt = (stage: Stage, given = kinds, today = '2026-11-16') =>
  progressStepsOf({ progress: { stage, next: [], blocked: [] }, windows: windowsOf(given) }, localDate(today)).map(
    ({ key, state }) => `${key}:${state}`,
  );

describe('the steps of an application', () => {
  it('stand before, at and behind the stage', () => {
    expect(statesAt('to-pay')).toEqual([
      'apply:done',
      'review:done',
      'payment:now',
      'ticket:coming',
      'exam:coming',
      'results:coming',
      'publicity:coming',
      'certificate:coming',
    ]);
  });

  it('are not under way before their window opens', () => {
    expect(statesAt('paid', kinds, '2026-11-15')).toContain('ticket:coming');
    expect(statesAt('paid', kinds, '2026-11-16')).toContain('ticket:now');
  });

  it('are all done once certified, and end before the certificate without a pass', () => {
    expect(statesAt('certified').every((step) => step.endsWith(':done'))).toBe(true);
    expect(statesAt('failed').at(-1)).toBe('publicity:done');
  });

  it('never stand all ahead once handed in, whatever the stage', () => {
    const never: readonly Stage[] = ['withdrawn', 'void', 'session-cancelled'];
    for (const stage of STAGES.filter((one) => !never.includes(one)))
      expect(statesAt(stage, kinds, '2026-11-20').some((step) => !step.endsWith(':coming'))).toBe(true);
  });

  it('leave out what the notice does not have', () => {
    expect(statesAt('draft', ['application', 'payment', 'exam'])).toEqual([
      'apply:now',
      'review:coming',
      'payment:coming',
      'exam:coming',
      'certificate:coming',
    ]);
  });

  it('give what was sent back its own last day, with the clause of that day', () => {
    const windows = windowsOf(kinds).map((window) =>
      window.kind === 'payment'
        ? { ...window, closes: localDate('2026-12-04'), source: { assumed: 'payment' } }
        : { ...window, source: { assumed: 'a test' } },
    );
    const applyOf = (progress: Parameters<typeof progressStepsOf>[0]['progress'], today: string) =>
      progressStepsOf({ progress, windows }, localDate(today))[0];
    const until = localDate('2026-12-04');
    const open = {
      stage: 'returned' as const,
      next: [{ action: 'submit' as const, by: 'candidate' as const, until }],
      blocked: [],
    };
    const over = {
      stage: 'returned-over' as const,
      next: [],
      blocked: [{ action: 'submit' as const, code: 'too-late' as const, data: { closedOn: '2026-12-04' } }],
    };
    for (const [progress, today] of [
      [open, '2026-12-04'],
      [over, '2026-12-05'],
    ] as const) {
      expect(applyOf(progress, today)).toMatchObject({
        state: progress.stage === 'returned' ? 'now' : 'ended',
        window: { opens: null, closes: '2026-12-04', source: { assumed: 'payment' } },
      });
    }
    expect(applyOf({ stage: 'draft', next: [], blocked: [] }, '2026-11-30')?.window?.closes).toBe('2026-11-30');
  });

  it('stop where the way ended, so that nothing seems to be still to come', () => {
    expect(statesAt('lapsed')).toEqual(['apply:done', 'review:done', 'payment:ended']);
    expect(statesAt('payment-over')).toEqual(['apply:done', 'review:done', 'payment:ended']);
    expect(statesAt('rejected')).toEqual(['apply:done', 'review:ended']);
    for (const stage of ['draft-over', 'returned-over'] as const) expect(statesAt(stage)).toEqual(['apply:ended']);
    for (const stage of ['withdrawn', 'void', 'session-cancelled'] as const) expect(statesAt(stage)).toEqual([]);
  });
});

describe('the five dots', () => {
  const states = (stage: Stage) => dotsOf(stage)?.map(({ state }) => state);

  it('stand at one of them for everything that is on its way, and are left out for what is not', () => {
    expect(states('to-pay')).toEqual(['done', 'done', 'now', 'coming', 'coming']);
    expect(states('ticket-open')).toEqual(['done', 'done', 'done', 'now', 'coming']);
    expect(states('in-publicity')).toEqual(['done', 'done', 'done', 'done', 'now']);
    expect(states('certified')).toEqual(['done', 'done', 'done', 'done', 'done']);
    for (const stage of ['withdrawn', 'session-cancelled', 'failed'] as const) expect(dotsOf(stage)).toBeNull();
    for (const stage of STAGES) expect(states(stage)?.filter((state) => state === 'now').length ?? 1).toBeLessThan(2);
  });
});
