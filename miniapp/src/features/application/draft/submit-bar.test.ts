import type { ApplicationView } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { type ApplicationState, stageOf } from '@jikaotong/shared/rules/progress';
import { describe, expect, it } from 'vitest';
import { submitBarOf } from './submit-bar';

const windows = [
  { kind: 'application', opens: localDate('2026-11-16'), closes: localDate('2026-11-30') },
  { kind: 'payment', opens: localDate('2026-11-16'), closes: localDate('2026-12-04') },
] as const;

/** The progress as the server tells it on a day. */
function progressOn(application: ApplicationState, day: string): ApplicationView['progress'] {
  const facts = {
    windows,
    application,
    order: null,
    seated: false,
    ticketIssued: false,
    results: 'none',
    outcome: null,
    scoreReviewOpen: false,
    retakeUntil: null,
    certificate: 'none',
    change: null,
  } as const;
  const { stage, next, blocked } = stageOf(facts, localDate(day));
  return { stage, next: [...next], blocked: blocked.map(({ action, code, data }) => ({ action, code, data })) };
}
const barOn = (application: ApplicationState, day: string) => submitBarOf({ progress: progressOn(application, day) });

describe('what stands against handing in', () => {
  it('is nothing up to the last day, and the closed day from the next one on', () => {
    expect(barOn('draft', '2026-11-30')).toBeNull();
    expect(barOn('draft', '2026-12-01')).toMatchObject({
      code: 'too-late',
      data: { closedOn: '2026-11-30' },
      closed: true,
    });
  });

  it('is for a returned one the end of mending', () => {
    expect(barOn('returned', '2026-12-04')).toBeNull();
    expect(barOn('returned', '2026-12-05')).toMatchObject({ data: { closedOn: '2026-12-04' }, closed: true });
  });

  it('leaves writing open before the window opens', () => {
    expect(barOn('draft', '2026-11-15')).toMatchObject({ code: 'too-early', closed: false });
  });

  it('is silent once it is handed in', () => {
    expect(barOn('submitted', '2026-12-01')).toBeNull();
  });
});
