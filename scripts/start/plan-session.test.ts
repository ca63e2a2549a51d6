import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { parseNotice } from '@jikaotong/shared/notice-file';
import { ANNOUNCED_YEARS } from '@jikaotong/shared/rules/calendar';
import { describe, expect, it } from 'vitest';
import { DEMONSTRATION_BODIES, demonstrationBodiesOn } from './demonstration-bodies';
import { keepAddress, keptAddress } from './kept-address';
import { readOptions } from './options';
import { planSession } from './plan-session';
import { demonstrationStaff, staffNameOf } from './staff';

const noticeOf = (id: string): Notice => {
  const parsed = parseNotice(readFileSync(`shared/notices/${id}.yaml`, 'utf8'), null);
  if (!parsed.ok) throw new Error('the seed does not parse');
  return parsed.value;
};
const [B26, S25, E24] = DEMONSTRATION_BODIES.map(({ noticeId }) => noticeOf(noticeId));
if (!B26 || !S25 || !E24) throw new Error('three bodies examine');
const site = { name: '考点', address: '一街' };
const planOf = (notice: Notice, day: string) =>
  planSession(notice, localDate(day), ANNOUNCED_YEARS, site)?.plan ?? null;
const planOn = (day: string) => planOf(B26, day);

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
    expect(planOf(E24, '2024-12-20')).toBeNull();
  });

  it.each([
    ['2025-06-15', '2025-07-26', '2025-05-16', '2025-06-15', '2025-05-21', '2025-06-20'],
    ['2025-06-16', '2025-08-23', '2025-06-16', '2025-07-15', '2025-06-21', '2025-07-20'],
    ['2025-06-20', '2025-08-23', '2025-06-16', '2025-07-15', '2025-06-21', '2025-07-20'],
    ['2025-12-31', '2026-01-24', '2025-11-16', '2025-12-31', '2025-11-21', '2025-12-31'],
  ])('has on %s the printed windows of the row that is open (S25)', (day, exam, opens, closes, pays, paid) =>
    expect(planOf(S25, day)).toMatchObject({
      examStart: exam,
      applicationOpens: opens,
      applicationCloses: closes,
      paymentOpens: pays,
      paymentCloses: paid,
    }),
  );

  it('takes what the row of a month offers, and none between the rows', () => {
    expect(planOf(S25, '2025-06-20')?.offeringCodes).toHaveLength(3);
    expect(planOf(S25, '2025-09-01')?.offeringCodes).toEqual(['security-manager-3']);
    expect(planOf(S25, '2025-05-15')).toBeNull();
    expect(planOf(S25, '2026-01-01')).toBeNull();
  });

  it('waits for the next month that has an offering (E24)', () => {
    expect(planOf(E24, '2024-08-10')).toMatchObject({
      name: '2024年9月批次',
      examStart: '2024-09-07',
      applicationOpens: '2024-08-03',
      applicationCloses: '2024-08-17',
    });
    expect(planOf(E24, '2024-05-10')).toMatchObject({ examStart: '2024-06-01' });
  });
});

describe('who is at work on a day', () => {
  const notices = [B26, S25, E24, noticeOf('bspia-2024-competition-installer')];
  notices.push(noticeOf('bspia-2025-competition-monitor-operator'));
  const atWork = (day: string, here: readonly string[] = []) =>
    demonstrationBodiesOn(notices, localDate(day), (bodyId) => here.includes(bodyId)).map(({ bodyId }) => bodyId);

  it.each([
    ['2024-05-20', ['bspia', 'cecc']],
    ['2024-12-31', ['bspia', 'cecc']],
    ['2025-01-01', ['bspia', 'shqbxh']],
    ['2025-07-10', ['bspia', 'shqbxh']],
    ['2026-11-23', ['bspia']],
    ['2027-01-01', ['bspia']],
  ])('on %s are %j', (day, bodies) => expect(atWork(day)).toEqual(bodies));

  it('are also those of an earlier start', () => expect(atWork('2026-01-10', ['shqbxh'])).toEqual(['bspia', 'shqbxh']));

  it('have names of their own', () => {
    expect(staffNameOf('bspia', 'exam-officer')).toBe('kaowu');
    expect(staffNameOf('shqbxh', 'exam-officer')).toBe('kaowu-shqbxh');
    const names = DEMONSTRATION_BODIES.flatMap(({ bodyId }) => demonstrationStaff(bodyId).map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the address of a demonstration', () => {
  it('is kept beside its data, and unknown before the first start', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'address-'));
    expect(keptAddress(folder)).toBeNull();
    keepAddress(folder, 'http://127.0.0.1:9090');
    expect(keptAddress(folder)).toBe('http://127.0.0.1:9090');
    rmSync(folder, { recursive: true });
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
