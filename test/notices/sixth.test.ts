import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { type Facts, assumedLeaves, levelsNamed, printedDocument } from '@jikaotong/shared/notice';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { ANNOUNCED_YEARS, windowsOf } from '@jikaotong/shared/rules/calendar';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { feeOf } from '@jikaotong/shared/rules/fees';
import { levelWord, paperWord, windowWord } from '@jikaotong/shared/words';

const file = await readNoticeFile(fileURLToPath(new URL('./rjea-2026-certification.yaml', import.meta.url)));
if (!file.ok) throw new Error(JSON.stringify(file.error));
const { notice } = file.value;
const special = 'elevator-mechanic-special';
const chief = 'elevator-mechanic-chief';

it('names its levels in words, and offers them where certificates are asked for', () => {
  expect(notice.offerings.map(({ level }) => levelWord(level ?? 9))).toEqual(['特级技师', '首席技师']);
  expect(levelsNamed(notice)).toEqual([5, 4, 3, 2, 1, 0, -1]);
});

it('computes windows of its own kinds as any other, under the names that it prints', () => {
  const { windows, warnings } = windowsOf({
    notice,
    offeringCode: special,
    session: { examStart: localDate('2026-05-23'), examEnd: localDate('2026-05-24') },
    calendar: ANNOUNCED_YEARS,
  });
  const days = windows.map(({ kind, opens, closes }) => [windowWord(kind), opens, closes]);
  expect(days).toEqual([
    ['报名', '2026-03-24', '2026-04-22'],
    ['缴费', '2026-03-24', '2026-05-03'],
    ['论文提交', '2026-03-24', '2026-04-28'],
    ['论文答辩', '2026-05-13', '2026-05-20'],
    ['准考证', '2026-05-08', '2026-05-24'],
    ['考试', '2026-05-23', '2026-05-24'],
    ['公布成绩', null, '2026-06-13'],
    ['成绩公示', '2026-06-13', '2026-06-18'],
    ['成绩复核', '2026-06-13', '2026-06-18'],
    ['补考', '2026-06-13', '2028-06-13'],
  ]);
  expect(warnings).toEqual([]);
});

it('leaves what it does not print to staff', () => {
  expect(assumedLeaves(notice).map(({ path }) => path)).toEqual([
    'photo.bytes.reading',
    'referenceDay.source',
    'windows.1.opens.reading',
    'windows.4.closes.source',
    'windows.5.opens.reading',
    'windows.5.closes.reading',
    'windows.7.closes.reading',
    'retake.absenceUsesChance.source',
  ]);
});

describe('its nested condition', () => {
  const on = localDate('2026-04-01');
  const since = { occupation: '电梯安装维修工', level: 1, issuedOn: localDate('2020-01-10') };
  const jobs = [{ occupation: '电梯安装维修工', from: localDate('2010-07-01'), to: null }];
  const verdict = (facts: Facts) => assess({ notice, offeringCode: special, facts, on });
  const base: Facts = { certificates: [since], jobs };
  const bachelor = { school: 'bachelor', major: '机械工程', status: 'graduated', on: null } as const;

  it.each<[string, Facts, string]>([
    [
      'a senior title suffices',
      { titles: [{ occupation: '电梯修理', grade: 'senior', on: localDate('2025-04-01') }] },
      'eligible',
    ],
    [
      'held for a day less it does not',
      {
        titles: [{ occupation: '电梯修理', grade: 'senior', on: localDate('2025-04-02') }],
        declared: { 'led-innovation': false },
      },
      'ineligible',
    ],
    [
      'a project and a degree suffice',
      { titles: [], declared: { 'led-innovation': true }, diplomas: [bachelor] },
      'eligible',
    ],
    [
      'a project and a prize are looked at by staff',
      { titles: [], diplomas: [], declared: { 'led-innovation': true, 'contest-top-three': true } },
      'needs-review',
    ],
    [
      'a project alone does not',
      { titles: [], diplomas: [], declared: { 'led-innovation': true, 'contest-top-three': false } },
      'ineligible',
    ],
    [
      'a degree and a prize without a project do not',
      { titles: [], diplomas: [bachelor], declared: { 'led-innovation': false, 'contest-top-three': true } },
      'ineligible',
    ],
  ])('%s', (_, facts, expected) => {
    expect(verdict({ ...base, ...facts }).verdict).toBe(expected);
  });

  it('asks for what is still open only', () => {
    expect(verdict(base).missing).toEqual([
      'diplomas',
      'titles',
      'declared.led-innovation',
      'declared.contest-top-three',
    ]);
    expect(verdict({ ...base, titles: [], declared: { 'led-innovation': true } }).missing).toEqual([
      'diplomas',
      'declared.contest-top-three',
    ]);
  });

  it('wants the level above 一级 for the one above that', () => {
    const facts = { jobs, declared: { 'provincial-honour': true } };
    const of = (level: number) =>
      assess({ notice, offeringCode: chief, facts: { ...facts, certificates: [{ ...since, level }] }, on }).verdict;
    expect([of(1), of(0), of(-1)]).toEqual(['ineligible', 'eligible', 'needs-review']);
  });
});

it('charges the one subject of 首席技师, whose dashes are no items', () => {
  expect(feeOf(notice, chief)).toMatchObject({ ok: true, value: { lines: [{ item: 'review' }], totalFen: 120_000 } });
});

it('lends its own names to papers that the code does not know', () => {
  const word = (document: string) => paperWord(document, printedDocument(notice, document));
  expect(['innovation-proof', 'honour-certificate', 'diploma', 'work-experience-letter', 'nothing'].map(word)).toEqual([
    '技术革新项目证明',
    '荣誉证书',
    '毕业证书',
    '工作经历承诺书',
    '其他材料',
  ]);
});
