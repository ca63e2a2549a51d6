import { instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { midnightAfter, nextEventOf } from './next-event';

const day = localDate('2026-12-07');
const at = (text: string, time: string) => instantAt(localDate(text), timeOfDay(time));
const moment = { day, what: 'ticket-opens' } as const;

describe('the next event of a demonstration', () => {
  it('is the window where both fall on one day, in the morning', () => {
    const job = { dueAt: at('2026-12-07', '00:00'), kind: 'issue-tickets' };
    expect(nextEventOf(moment, job)).toEqual({ atMs: at('2026-12-07', '09:00'), day, what: 'ticket-opens' });
  });

  it('is the job where it is due on an earlier day or alone, at its own time', () => {
    const job = { dueAt: at('2026-12-06', '10:30'), kind: 'payment-reminder' };
    const event = { atMs: job.dueAt, day: '2026-12-06', what: 'payment-reminder' };
    expect(nextEventOf(moment, job)).toEqual(event);
    expect(nextEventOf(null, job)).toEqual(event);
  });

  it('is the window where it is alone, and nothing where there is nothing', () => {
    expect(nextEventOf(moment, null)?.what).toBe('ticket-opens');
    expect(nextEventOf(null, null)).toBeNull();
  });

  it('begins after midnight in Beijing', () => expect(midnightAfter(day)).toBe(at('2026-12-08', '00:00')));
});
