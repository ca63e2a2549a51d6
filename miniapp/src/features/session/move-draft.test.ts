import { describe, expect, it } from 'vitest';
import { BLANK_MOVE, dayOf, movedDaysOf } from './move-draft';

describe('the days of a move', () => {
  it('want a first exam day', () => {
    expect(movedDaysOf(BLANK_MOVE)).toBeNull();
    expect(movedDaysOf({ ...BLANK_MOVE, examStart: '2026-02-30' })).toBeNull();
  });

  it('name only what changes', () => {
    const draft = { ...BLANK_MOVE, examStart: '2026-12-19' };
    expect(movedDaysOf(draft)).toEqual({ examStart: '2026-12-19', examEnd: '2026-12-19' });
    expect(movedDaysOf({ ...draft, examEnd: '2026-12-20', paymentCloses: '2026-12-10' })).toEqual({
      examStart: '2026-12-19',
      examEnd: '2026-12-20',
      paymentCloses: '2026-12-10',
    });
  });

  it('are days', () => {
    expect(dayOf('2026-12-19')).toBe('2026-12-19');
    expect(dayOf('12-19')).toBeNull();
    expect(dayOf(null)).toBeNull();
  });
});
