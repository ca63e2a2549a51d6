import { localDate } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { aheadError, missingIn, pastDay } from './row-draft';

const blank = { occupation: null as string | null, employer: '' as string, present: true };

describe('a row that was begun', () => {
  it('says what it lacks', () => {
    const fields = { 职业: true, 开始日期: false };
    expect(missingIn({ ...blank, occupation: '保安员' }, blank, fields)).toEqual(['开始日期']);
    expect(missingIn({ ...blank, present: false }, blank, fields)).toEqual(['开始日期']);
  });

  it('lacks nothing while nobody has begun it, or has taken back what was typed', () => {
    expect(missingIn(blank, blank, { 职业: false })).toEqual([]);
    expect(missingIn({ ...blank, occupation: '' }, blank, { 职业: false })).toEqual([]);
  });
});

describe('a day that must have come', () => {
  const today = localDate('2026-11-23');
  it('may be today, and not tomorrow', () => {
    expect([pastDay('2026-11-23', today), aheadError('2026-11-23', today)]).toEqual([today, null]);
    expect([pastDay('2026-11-24', today), aheadError('2026-11-24', today)]).toEqual([null, '日期在今天以后，请核对']);
  });

  it('is no fault while it is being typed', () => {
    expect([pastDay(null, today), aheadError(null, today), aheadError('2026-1', today)]).toEqual([null, null, null]);
  });
});
