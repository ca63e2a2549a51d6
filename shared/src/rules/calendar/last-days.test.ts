import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localDate, ok } from '../../kernel';
import { readNoticeFile } from '../../notice-file';
import { ANNOUNCED_YEARS, keptRowOf, lastApplicationDay, lastCounterDayOf } from './index';

const noticeOf = async (id: string) => {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../notices/${id}.yaml`, import.meta.url)));
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return file.value.notice;
};
const b26 = await noticeOf('bspia-2026-certification');
const s25 = await noticeOf('shqbxh-2025-certification');
const c25 = await noticeOf('bspia-2025-competition-monitor-operator');
const c24 = await noticeOf('bspia-2024-competition-installer');

describe('the last day of the counter inside a window', () => {
  const of = (notice: typeof b26, kind: 'application' | 'payment' | 'ticket', opens: string, closes: string | null) => {
    const window = { kind, opens: localDate(opens), closes: closes === null ? null : localDate(closes) };
    return lastCounterDayOf({ notice, window, calendar: ANNOUNCED_YEARS });
  };

  it('follows Fridays and holidays, with the clause of its hours', () => {
    const source = { clause: '六（二）', quote: expect.stringContaining('每周五') };
    expect(of(s25, 'application', '2025-06-16', '2025-07-15')).toEqual(ok({ day: '2025-07-11', source }));
    expect(of(s25, 'application', '2025-10-01', '2025-10-09')).toEqual(ok({ day: null, source }));
  });

  it('counts only where somebody comes to the counter', () => {
    expect(of(s25, 'payment', '2025-06-21', '2025-07-20')).toEqual(ok(null));
    expect(of(b26, 'payment', '2026-09-01', '2026-10-05')).toMatchObject(ok({ day: '2026-09-30' }));
    expect(of(b26, 'ticket', '2026-09-01', '2026-10-05')).toEqual(ok(null));
    expect(of(c25, 'application', '2025-06-16', '2025-07-25')).toEqual(ok(null));
    expect(of(s25, 'application', '2025-06-16', null)).toEqual(ok(null));
  });

  it('guesses no year', () => {
    expect(of(s25, 'application', '2026-12-01', '2027-01-10')).toMatchObject({ ok: false, error: { year: 2027 } });
  });
});

describe('the last day a notice takes an application', () => {
  it.each([
    ['S25 三级', s25, 'security-manager-3', '2025-12-31'],
    ['S25 二级', s25, 'security-manager-2', '2025-10-15'],
    ['C25', c25, 'monitor-operator', '2025-07-25'],
    ['C24', c24, 'installer', '2024-05-20'],
    ['B26, of which only months are printed', b26, 'installer-3', '2026-11-30'],
  ])('%s', (_, notice, offering, day) => expect(lastApplicationDay(notice, offering)?.day).toBe(day));

  it('is unknown of an offering that is not there', () => {
    expect(lastApplicationDay(b26, 'installer-4')).toBeNull();
  });
});

it('keeps passes by level', () => {
  expect([5, 3, 2, 1].map((level) => keptRowOf(s25.retake, level)?.years ?? null)).toEqual([null, 2, 3, 3]);
  expect(keptRowOf(b26.retake, 5)?.years).toBe(1);
  expect(keptRowOf(c25.retake, null)).toBeNull();
});
