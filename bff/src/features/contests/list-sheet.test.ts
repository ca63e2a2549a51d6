import { describe, expect, it } from 'vitest';
import { localDate } from '@jikaotong/shared/kernel';
import { judgeList } from './list-sheet';

const day = localDate('2024-05-08');
const number = '110105199005010018';
const row = (
  change: Partial<
    Record<'name' | 'documentType' | 'documentNumber' | 'phone' | 'unit' | 'unitType' | 'coach' | 'unionCard', string>
  > = {},
  at = 2,
) => ({
  row: at,
  values: {
    name: '张伟',
    documentType: '居民身份证',
    documentNumber: number,
    phone: '',
    unit: '',
    reference: '',
    unitType: '',
    coach: '',
    unionCard: '',
    ...change,
  },
});
const codesOf = (...rows: ReturnType<typeof row>[]) =>
  judgeList(rows, day).problems.map(({ row: at, column, code }) => [at, column, code]);

describe('a list from the site where people register', () => {
  it('gives what the number tells, and null for what is not said', () => {
    expect(judgeList([row({ documentNumber: ` ${number} `, phone: '138 0000-2222' })], day).people).toEqual([
      {
        row: 2,
        name: '张伟',
        documentType: 'resident-id',
        documentNumber: number,
        birthDate: '1990-05-01',
        sex: 'male',
        phone: '13800002222',
        unit: null,
        reference: null,
        unitType: null,
        coach: null,
        unionCard: null,
      },
    ]);
  });

  it('reads what awards hang on where somebody filled it in', () => {
    const said = row({ unitType: '企业', coach: ' 王 教练 ', unionCard: '否' });
    expect(judgeList([said], day).people).toMatchObject([{ unitType: 'company', unionCard: false }]);
    expect(codesOf(row({ coach: '王'.repeat(41) }))).toEqual([[2, '教练', 'value-long']]);
    expect(codesOf(row({ coach: '王'.repeat(40) }))).toEqual([]);
  });

  it.each([
    ['a wrong check digit', { documentNumber: '110105199005010019' }, '证件号码', 'document-wrong'],
    ['no name', { name: '123' }, '姓名', 'name-wrong'],
    ['a phone of ten digits', { phone: '1380000222' }, '手机号', 'phone-wrong'],
    ['a coach with an emoji', { coach: '李老师😀' }, '教练', 'value-picture'],
    ['a unit of 81 characters', { unit: '甲'.repeat(81) }, '单位', 'value-long'],
  ])('names the cell of %s', (_, change, column, code) => expect(codesOf(row(change))).toEqual([[2, column, code]]));

  it('takes 80 characters of a unit, and a document once, whatever paper shows it', () => {
    expect(codesOf(row({ unit: '甲'.repeat(80) }))).toEqual([]);
    expect(codesOf(row(), row({ documentType: '北京社保卡' }, 3))).toEqual([[3, '证件号码', 'document-twice-with']]);
  });
});
