import { fileURLToPath } from 'node:url';
import { localDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { ANNOUNCED_YEARS } from '@jikaotong/shared/rules/calendar';
import { describe, expect, it } from 'vitest';
import { type CalendarNotice, noticeEntries } from './notice-entries';

const day = localDate;
const name = { noticeId: 'c25', noticeTitle: '竞赛', bodyName: '协会' };

async function seed(id: string): Promise<Notice> {
  const file = await readNoticeFile(fileURLToPath(new URL(`../../../../shared/notices/${id}.yaml`, import.meta.url)));
  if (!file.ok) throw new Error(`${id} cannot be read`);
  return file.value.notice;
}

const competition = await seed('bspia-2025-competition-monitor-operator');
const of = (more: Partial<CalendarNotice> = {}): CalendarNotice => ({
  notice: competition,
  name,
  changedAt: 1,
  announced: [],
  cancelled: new Map(),
  entersHere: true,
  entered: false,
  entryId: null,
  outAfter: null,
  ...more,
});
const entries = (on: string, more: Partial<CalendarNotice> = {}) => noticeEntries(of(more), ANNOUNCED_YEARS, day(on));
const find = (key: string, found: ReturnType<typeof entries>) => found.find(({ item }) => item.key === key);

describe('the days of a competition (C25)', () => {
  it('are its printed entry window, and its stages as printed, without a day', () => {
    const found = entries('2025-07-10');
    expect(find('notice.c25.application', found)?.item).toMatchObject({ opens: '2025-06-16', closes: '2025-07-25' });
    const stages = found.filter(({ item }) => item.kind === 'stage').map(({ item }) => item);
    expect(stages.map(({ opens, closes, printed }) => [opens, closes, printed])).toEqual([
      [null, null, '2025年7月下旬'],
      [null, null, '2025年8月上旬'],
      [null, null, '2025年9月上旬'],
    ]);
  });

  it.each([
    ['2025-09-10', ['final']],
    ['2025-09-11', []],
  ])('drop printed words whose days are over: %s', (on, stages) =>
    expect(entries(on).flatMap(({ item }) => (item.kind === 'stage' ? [item.window] : []))).toEqual(stages),
  );

  it.each([
    ['2025-06-15', undefined],
    ['2025-06-16', 'enter'],
    ['2025-07-25', 'enter'],
    ['2025-07-26', undefined],
  ])('invite to enter inside the window only: %s', (on, action) =>
    expect(find('notice.c25.application', entries(on))?.item.todo?.action).toBe(action),
  );

  it('invite nobody who has entered, nor where one enters elsewhere', () => {
    const entered = find('notice.c25.application', entries('2025-07-10', { entered: true, entryId: 'e1' }));
    expect(entered).toMatchObject({ item: { mine: true, entryId: 'e1', todo: null }, alarm: null });
    expect(find('notice.c25.application', entries('2025-07-10', { entersHere: false }))?.item.todo).toBeNull();
  });

  it('take an announced day for a printed word under the same key, and are then as new as the announcement', () => {
    const final = {
      stage: 'final' as const,
      day: day('2025-09-06'),
      startsAt: '09:30',
      place: '亦庄',
      announcedAt: 7,
    };
    const before = find('notice.c25.final', entries('2025-08-01'));
    const after = find('notice.c25.final', entries('2025-08-01', { announced: [final], entered: true, entryId: 'e1' }));
    expect(before?.changedAt).toBe(1);
    expect(after).toMatchObject({
      item: { opens: '2025-09-06', closes: '2025-09-06', startsAt: '09:30', place: '亦庄', printed: '2025年9月上旬' },
      changedAt: 7,
      alarm: 'coming',
    });
  });
});

it('a certification without sessions prints no days of its own', async () => {
  const notice = await seed('bspia-2026-certification');
  expect(noticeEntries(of({ notice }), ANNOUNCED_YEARS, day('2026-11-23'))).toEqual([]);
});
