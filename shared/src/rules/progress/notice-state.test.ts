import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel';
import { readNoticeFile } from '../../notice-file';
import { comingMonths, printedStanding } from './index';

const noticeOf = async (id: string) => {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../notices/${id}.yaml`, import.meta.url)));
  if (!file.ok) throw new Error(id);
  return file.value.notice;
};

describe('printedStanding', () => {
  it.each([
    ['bspia-2025-competition-monitor-operator', '2025-06-15', 'upcoming', '2025-06-16'],
    ['bspia-2025-competition-monitor-operator', '2025-06-16', 'applying', '2025-07-25'],
    ['bspia-2025-competition-monitor-operator', '2025-07-25', 'applying', '2025-07-25'],
    ['bspia-2025-competition-monitor-operator', '2025-07-26', 'under-way', '2025-07-25'],
    ['bspia-2025-competition-monitor-operator', '2025-12-31', 'under-way', '2025-07-25'],
    ['bspia-2025-competition-monitor-operator', '2026-01-01', 'ended', '2025-07-25'],
    ['bspia-2024-competition-installer', '2024-05-20', 'applying', '2024-05-20'],
    ['bspia-2024-competition-installer', '2024-05-21', 'under-way', '2024-05-20'],
    // the table of S25 goes on into the next January
    ['shqbxh-2025-certification', '2026-01-31', 'under-way', '2025-12-31'],
    ['shqbxh-2025-certification', '2026-02-01', 'ended', '2025-12-31'],
    // its own table says when one can apply
    ['shqbxh-2025-certification', '2025-05-15', 'upcoming', '2025-05-16'],
    ['shqbxh-2025-certification', '2025-05-16', 'applying', '2025-06-15'],
    ['shqbxh-2025-certification', '2025-06-15', 'applying', '2025-06-15'],
    ['shqbxh-2025-certification', '2025-06-16', 'applying', '2025-07-15'],
    ['shqbxh-2025-certification', '2025-07-10', 'applying', '2025-07-15'],
    ['cecc-2024-certification', '2024-12-31', 'not-planned', null],
    ['cecc-2024-certification', '2025-01-01', 'ended', null],
    ['bspia-2026-certification', '2026-11-23', 'not-planned', null],
  ])('%s on %s: %s', async (id, day, state, on) => {
    expect(printedStanding(await noticeOf(id), localDate(day))).toEqual({ state, on });
  });

  it('stands for one offering by its own rows', async () => {
    const s25 = await noticeOf('shqbxh-2025-certification');
    const on = (code: string) => printedStanding(s25, localDate('2025-09-01'), code);
    expect(on('security-manager-3')).toEqual({ state: 'applying', on: '2025-09-15' });
    expect(on('security-manager-2')).toEqual({ state: 'upcoming', on: '2025-09-16' });
  });
});

describe('comingMonths', () => {
  it.each([
    ['bspia-2026-certification', '2026-10-31', 'installer-3', ['2026-11']],
    ['bspia-2026-certification', '2026-11-01', 'installer-3', []],
    ['shqbxh-2025-certification', '2025-08-31', 'security-manager-2', ['2025-09', '2025-11']],
  ])('%s on %s, %s', async (id, day, code, months) => {
    expect(comingMonths(await noticeOf(id), localDate(day), code)).toEqual(months);
  });
});
