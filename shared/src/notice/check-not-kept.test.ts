import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseNotice } from '../notice-file';
import { checkNotice } from './check-notice';
import type { Notice } from './notice';
import { printsHour } from './quoted';

const ids = [
  'bspia-2026-certification',
  'bspia-2025-competition-monitor-operator',
  'shqbxh-2025-certification',
] as const;
const notices = new Map<string, Notice>();
beforeAll(async () => {
  for (const id of ids) {
    const parsed = parseNotice(await readFile(new URL(`../../notices/${id}.yaml`, import.meta.url), 'utf8'), null);
    if (parsed.ok) notices.set(id, parsed.value);
  }
});
const [b26, c25, s25] = ids;
const noticeOf = (id: string): Notice => notices.get(id) ?? expect.fail(`${id} does not parse`);
const problemsOf = (notice: Notice) => checkNotice(notice, null).map(({ path, code }) => [path.join('.'), code]);
const withClosing = (quote: string, reading?: { assumed: string }): Notice => {
  const notice = noticeOf(c25);
  const [first, ...others] = notice.windows;
  if (first?.closes?.kind !== 'on') throw new Error('its entry closes on a day');
  const closes = { ...first.closes, source: { clause: '三（一）', quote }, ...(reading && { reading }) };
  return { ...notice, windows: [{ ...first, closes }, ...others] };
};

describe('what would be accepted and not kept', () => {
  it('is nothing in the notices that come with the code', () => {
    for (const id of ids) expect(problemsOf(noticeOf(id))).toEqual([]);
  });

  it('is an hour at the end of a window, unless somebody says how it is read', () => {
    const at = 'windows.0.closes.source.quote';
    const quote = '2025年6月16日至2025年7月25日17:00';
    expect(problemsOf(withClosing(quote))).toContainEqual([at, 'hour-not-kept']);
    for (const notice of [withClosing(quote, { assumed: '按当天整天受理' }), withClosing('至2025年7月25日24:00')])
      expect(problemsOf(notice).filter(([, code]) => code === 'hour-not-kept')).toEqual([]);
  });

  it.each([
    ['7月25日17:00截止', true],
    ['7月25日17时前', true],
    ['7月25日下午5点前', true],
    ['7月25日下午五时', true],
    ['7月25日24:00', false],
    ['7月25日23：59', false],
    ['7月25日24时', false],
    ['00:00起', false],
    ['2025年7月25日，共64学时', false],
    ['报名时间：2025年7月25日', false],
  ])('%s prints an hour: %s', (quote, is) => expect(printsHour(quote)).toBe(is));

  it('is a second counter', () => {
    const notice = noticeOf(b26);
    const counters = [...notice.counters, ...notice.counters];
    expect(problemsOf({ ...notice, counters })).toContainEqual(['counters.1', 'one-counter-only']);
  });

  it('is an exam day by which a competition would judge', () => {
    const notice = noticeOf(c25);
    const referenceDay = { ...notice.referenceDay, value: 'exam-day' as const };
    expect(problemsOf({ ...notice, referenceDay })).toContainEqual(['referenceDay.value', 'entry-judged-on-entry']);
  });

  it('is a level or a subject that our word would make another', () => {
    const notice = noticeOf(s25);
    const [first, ...others] = notice.offerings;
    if (!first) throw new Error('no offering');
    const named = (change: Partial<typeof first>) =>
      problemsOf({ ...notice, offerings: [{ ...first, ...change }, ...others] });
    expect(named({ levelName: '一级' })).toContainEqual(['offerings.0.levelName', 'level-name-other']);
    expect(named({ level: null, levelName: '三级' })).toContainEqual(['offerings.0.levelName', 'level-name-other']);
    const subjects = first.subjects.map((subject) => ({ ...subject, name: '上机' }));
    expect(named({ subjects })).toContainEqual(['offerings.0.subjects.0.name', 'subject-name-other']);
  });
});
