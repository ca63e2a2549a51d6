import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { type Action, type ProgressFacts, type Stage, may, stageOf } from './index';

const day = localDate;
const moved = { kind: 'moved', until: day('2026-12-08'), choice: null } as const;
const cancelled = { ...moved, kind: 'cancelled' } as const;
const paid: ProgressFacts = {
  windows: [
    { kind: 'application', opens: day('2026-11-16'), closes: day('2026-11-30') },
    { kind: 'ticket', opens: day('2026-12-14'), closes: day('2026-12-19') },
    { kind: 'exam', opens: day('2026-12-19'), closes: day('2026-12-19') },
  ],
  application: 'approved',
  order: { state: 'settled', claimed: false },
  seated: false,
  ticketIssued: false,
  results: 'none',
  outcome: null,
  scoreReviewOpen: false,
  retakeUntil: null,
  certificate: 'none',
  change: null,
};
const stopped: ProgressFacts = { ...paid, application: 'void', change: cancelled };
const drafted: ProgressFacts = { ...paid, application: 'draft', order: null };

describe('a session that was moved or cancelled', () => {
  it.each<[string, ProgressFacts, string, Stage, Action | 'nothing']>([
    ['asks the candidate first', { ...paid, change: moved }, '2026-12-07', 'paid', 'answer-change'],
    ['asks on the last day', { ...paid, change: moved }, '2026-12-08', 'paid', 'answer-change'],
    ['asks no more the day after', { ...paid, change: moved }, '2026-12-09', 'paid', 'nothing'],
    [
      'asks no more once it is kept',
      { ...paid, change: { ...moved, choice: 'keep' } },
      '2026-12-07',
      'paid',
      'nothing',
    ],
    ['asks nothing of a draft', { ...drafted, change: { ...moved, until: null } }, '2026-11-24', 'draft', 'submit'],
    ['stops the candidate when it is cancelled', stopped, '2026-12-08', 'session-cancelled', 'answer-change'],
    ['leaves the candidate stopped the day after', stopped, '2026-12-09', 'session-cancelled', 'nothing'],
    ['is not the reason of every void', { ...stopped, change: null }, '2026-12-08', 'void', 'nothing'],
  ])('%s', (_, facts, on, stage, next) => {
    const progress = stageOf(facts, day(on));
    expect([progress.stage, progress.next[0]?.action ?? 'nothing']).toEqual([stage, next]);
  });

  it('says until when', () => {
    const next = stageOf({ ...paid, change: moved }, day('2026-12-07')).next;
    expect(next).toEqual([{ action: 'answer-change', by: 'candidate', until: '2026-12-08' }]);
  });

  it.each<[string, ProgressFacts, string, string]>([
    ['on the last day', { ...paid, change: moved }, '2026-12-08', 'yes'],
    ['the day after', { ...paid, change: moved }, '2026-12-09', 'too-late'],
    ['again after keeping', { ...paid, change: { ...moved, choice: 'keep' } }, '2026-12-08', 'yes'],
    ['again after leaving', { ...paid, change: { ...moved, choice: 'leave' } }, '2026-12-08', 'wrong-state'],
    ['where nothing changed', paid, '2026-12-08', 'wrong-state'],
    ['for a draft', { ...drafted, change: { ...moved, until: null } }, '2026-11-24', 'wrong-state'],
    ['after a withdrawal', { ...paid, application: 'withdrawn', change: moved }, '2026-12-08', 'wrong-state'],
  ])('is answered %s: %s', (_, facts, on, answer) =>
    expect(may('answer-change', facts, day(on))?.code ?? 'yes').toBe(answer),
  );
});
