import { readFileSync } from 'node:fs';
import { localDate } from '@jikaotong/shared/kernel';
import { parseNotice } from '@jikaotong/shared/notice-file';
import { ANNOUNCED_YEARS } from '@jikaotong/shared/rules/calendar';
import { describe, expect, it } from 'vitest';
import { readOptions } from './options';
import { planSession } from './plan-session';

const parsed = parseNotice(readFileSync('shared/notices/bspia-2026-certification.yaml', 'utf8'), null);
if (!parsed.ok) throw new Error('the seed does not parse');
const planOn = (day: string) => planSession(parsed.value, localDate(day), ANNOUNCED_YEARS)?.plan ?? null;

describe('the session of a demonstration', () => {
  it('is the December one on the usual day', () => {
    expect(planOn('2026-11-23')).toMatchObject({
      name: '2026年12月批次',
      offeringCodes: ['installer-5', 'security-manager-3'],
      examStart: '2026-12-12',
      examEnd: '2026-12-12',
      applicationOpens: '2026-11-16',
      applicationCloses: '2026-11-30',
      paymentCloses: '2026-12-04',
    });
  });

  it.each([
    // 10-03 lies in the holiday and 10-10 is worked for it
    ['2026-09-14', '2026-10-17'],
    ['2026-09-20', '2026-10-17'],
    ['2026-06-20', '2026-07-11'],
    // February's Saturdays are worked or inside the holiday, or the notice would have nothing then
    ['2026-01-20', '2026-03-07'],
  ])('from %s has its exam on %s, a Saturday that is free by itself', (day, exam) =>
    expect(planOn(day)?.examStart).toBe(exam),
  );

  it('does not exist in another year than the notice', () => {
    expect(planOn('2025-06-20')).toBeNull();
    expect(planOn('2026-12-20')).toBeNull();
  });
});

describe('the words after npm start', () => {
  it('are --fresh and --at with a day', () => {
    expect(readOptions([])).toEqual({ ok: true, value: { fresh: false, at: null } });
    expect(readOptions(['--fresh', '--at', '2026-09-20'])).toEqual({
      ok: true,
      value: { fresh: true, at: '2026-09-20' },
    });
    expect(readOptions(['--at=2026-09-20'])).toMatchObject({ ok: true, value: { at: '2026-09-20' } });
  });

  it.each([[['--at']], [['--at', '2026-02-30']], [['fresh']], [['--stale']]])('and not %j', (words) =>
    expect(readOptions(words).ok).toBe(false),
  );
});
