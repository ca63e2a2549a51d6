import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Notice, NoticeSchema, assumedLeaves, checkNotice, clausesOf, offeringOf } from './index';

const fileOf = (name: string) => readFile(new URL(`../../notices/${name}`, import.meta.url), 'utf8');
const rawText = await fileOf('bspia-2026-certification.txt');
const notice = NoticeSchema.parse(parse(await fileOf('bspia-2026-certification.yaml'), { schema: 'failsafe' }));

/** The notice after a change to a copy of its JSON. */
const changed = (change: (copy: Notice) => void): Notice => {
  const copy = structuredClone(notice);
  change(copy);
  return copy;
};
const problemsOf = (change: (copy: Notice) => void, text = rawText) =>
  checkNotice(changed(change), text).map(({ path, code }) => [path.join('.'), code]);

describe('B26 as data', () => {
  it('is sound against its printed text', () => {
    expect(checkNotice(notice, rawText)).toEqual([]);
  });

  it('reads its own JSON to the same notice', () => {
    expect(NoticeSchema.parse(JSON.parse(JSON.stringify(notice)))).toEqual(notice);
  });

  it('holds the three offerings with their printed months', () => {
    expect(notice.offerings.map(({ code, level, months }) => [code, level, months])).toEqual([
      ['installer-5', 5, [1, 3, 4, 5, 6, 7, 8, 9, 10, 12]],
      ['installer-3', 3, [3, 7, 11]],
      ['security-manager-3', 3, [5, 7, 8, 9, 10, 11, 12]],
    ]);
    expect(notice.offerings.map(({ routes }) => routes.map(({ nationalCode }) => nationalCode))).toEqual([
      ['5-1', '5-2'],
      ['3-1', '3-2', '3-4', '3-5'],
      ['3-1', '3-2', '3-4', '3-5'],
    ]);
  });

  it('keeps the leading zero of the account, and prints open and closed lists apart', () => {
    expect(notice.fees?.payee?.account).toBe('0200022309014440258');
    const lists = [...notice.relatedOccupations, ...notice.relatedMajors];
    expect(lists.map(({ id, open, names }) => [id, open.value, names.length])).toEqual([
      ['installer-occupations', true, 16],
      ['security-manager-occupations', false, 1],
      ['installer-majors-technical', true, 11],
      ['installer-majors-secondary', true, 20],
      ['installer-majors-college', false, 29],
      ['installer-majors-bachelor', true, 21],
    ]);
  });

  it('takes the documents printed for each origin', () => {
    expect(
      notice.identity?.origins.map(({ origin, documents }) => [origin, documents.map(({ type }) => type)]),
    ).toEqual([
      ['mainland', ['resident-id']],
      [
        'hongkong-macau',
        ['hongkong-id', 'macau-id', 'hongkong-macau-residence-permit', 'hongkong-macau-travel-permit', 'passport'],
      ],
      ['taiwan', ['taiwan-residence-permit', 'taiwan-travel-permit']],
      ['foreign', ['foreign-permanent-resident-id', 'passport']],
    ]);
  });

  it('lists what staff must confirm, each with a reason', () => {
    const assumed = assumedLeaves(notice);
    expect(assumed.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['fees.retakeMaterial.source', 'reviewBeforePayment.source', 'retake.keptFrom.source']),
    );
    expect(assumed.every(({ reason }) => reason.length > 0)).toBe(true);
  });

  it('finds an offering by its code only', () => {
    expect(offeringOf(notice, 'installer-5')?.level).toBe(5);
    expect(offeringOf(notice, 'installer-4')).toBeNull();
  });
});

describe('the check', () => {
  it.each<[string, string, (copy: Notice) => void]>([
    [
      'title.source.quote',
      'quote-not-in-clause',
      (copy) => (copy.title.source = { clause: '标题', quote: '没有印过的话' }),
    ],
    [
      'title.source.quote',
      'quote-not-in-clause',
      (copy) => (copy.title.source = { clause: '二', quote: '关于开展 2026 年' }),
    ],
    [
      'title.source.clause',
      'clause-unknown',
      (copy) => (copy.title.source = { clause: '九', quote: '关于开展 2026 年' }),
    ],
    [
      'relatedOccupations.0.names.0',
      'name-not-in-clause',
      (copy) => copy.relatedOccupations[0]?.names.splice(0, 1, { raw: '厨师' }),
    ],
    ['offerings.1.months', 'months-not-in-quote', (copy) => copy.offerings[1]?.months?.push(12)],
    ['offerings.1.months', 'months-not-in-quote', (copy) => copy.offerings[1]?.months?.pop()],
    ['offerings.1.months.3', 'repeated', (copy) => copy.offerings[1]?.months?.push(7)],
    [
      'fees.payee.account',
      'account-not-in-quote',
      (copy) => copy.fees?.payee && (copy.fees.payee.account = '200022309014440258'),
    ],
    ['fees.rows.0.totalFen', 'fee-sum-differs', (copy) => copy.fees?.rows[0]?.lines.pop()],
    ['fees.rows.0.lines.1.item', 'fee-without-subject', (copy) => copy.offerings[0]?.subjects.pop()],
    ['offerings.2.code', 'offering-without-fee', (copy) => copy.fees?.rows.pop()],
    ['windows.4.opens.anchor', 'anchor-without-window', (copy) => copy.windows.splice(4, 1)],
    ['windows.8.kind', 'repeated', (copy) => copy.windows.push(...copy.windows.slice(0, 1))],
    ['offerings.3.code', 'repeated', (copy) => copy.offerings.push(...copy.offerings.slice(0, 1))],
    ['offerings.1.routes.0.condition.field.related', 'list-unknown', (copy) => copy.relatedOccupations.splice(0, 1)],
    ['photo.bytes.max', 'bounds-crossed', (copy) => copy.photo?.bytes && (copy.photo.bytes.min = 90_000)],
  ])('%s: %s', (path, code, change) => {
    expect(problemsOf(change)).toContainEqual([path, code]);
  });

  it('looks up no words without the raw text', () => {
    expect(
      checkNotice(
        changed((copy) => (copy.title.source = { clause: '九', quote: '没有' })),
        null,
      ),
    ).toEqual([]);
  });

  it('does not mind white space in print or quote', () => {
    expect(checkNotice(notice, rawText.replaceAll('，', ' ， '))).toEqual([]);
  });
});

describe('clauses of a printed text', () => {
  const clauses = clausesOf(rawText);
  it.each([
    ['三（五）1', '公示期为七个工作日'],
    ['三（二）1', '原件；非中国籍考生'],
    ['四（二）', '周一至周五09:00-11:00'],
    ['附件1', '具备以下条件之一者,可申报五级/初级工'],
    ['附件1①', '①相关职业:保安员'],
    ['附件2', '收费标准'],
    ['落款', '2026年1月8日'],
    ['标题', '2026年北京市社会化职业技能等级认定'],
  ])('%s says %s', (clause, words) => {
    expect(clauses.get(clause)).toContain(words);
  });

  it('keeps neighbours apart', () => {
    expect(clauses.get('三（五）1')).not.toContain('证书查询网址');
    expect(clauses.get('三')).not.toContain('业务受理地址');
    expect(clauses.get('附件2')).not.toContain('申报条件');
  });

  it('finds the clauses of a text with other brackets and points', () => {
    const other = clausesOf('某会通知\n一、组织\n(一) 原则\n1、公平\n（2）公开\n附件1\n①说明\n2025 年 6 月 16 日\n');
    expect([...other.keys()]).toEqual([
      '标题',
      '一',
      '一（一）',
      '一（一）1',
      '一（一）1（2）',
      '附件1',
      '附件1①',
      '落款',
    ]);
  });
});

it('an offering has a subject on its exam days: not every one is announced later', () => {
  const later = { value: true, source: { assumed: 'a test' } };
  const at = (count: number) =>
    problemsOf(({ offerings: [first] }) =>
      first?.subjects.slice(0, count).forEach((subject) => (subject.announcedLater = later)),
    );
  expect(at(1)).toEqual([]);
  expect(at(2)).toEqual([['offerings.0.subjects', 'every-subject-later']]);
});
