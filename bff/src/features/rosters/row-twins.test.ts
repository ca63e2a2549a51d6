import { expect, it } from 'vitest';
import { type Placed, twinWords } from './row-twins';

const person = (row: number, change: Partial<Placed> = {}): Placed => ({
  row,
  position: null,
  name: `第${row}人`,
  phone: `1370000000${row}`,
  document: `document-${row}`,
  offering: 'five',
  ...change,
});
const saidOf = (everybody: readonly Placed[]) => everybody.map(twinWords(everybody));
const ALONE = '相同，不能证明是谁确认的，请改成各人自己的号码';

it('says nothing where everybody has a phone and a document of their own', () => {
  expect(saidOf([person(1), person(2)])).toEqual([[], []]);
});

it('names each other where two have one phone', () => {
  expect(saidOf([person(1), person(2, { phone: '13700000001' })])).toEqual([
    [`手机号与第 2 行第2人${ALONE}`],
    [`手机号与第 1 行第1人${ALONE}`],
  ]);
});

it('names three, and counts the others where there are more', () => {
  const many = [1, 2, 3, 4, 5].map((row) => person(row, { phone: '13700000009' }));
  expect(saidOf(many.slice(0, 4))[0]).toEqual([`手机号与第 2 行第2人、第 3 行第3人、第 4 行第4人${ALONE}`]);
  expect(saidOf(many)[0]).toEqual([`手机号与第 2 行第2人、第 3 行第3人、第 4 行第4人等 4 人${ALONE}`]);
});

it('lets one person have one phone for two offerings', () => {
  const both = { phone: '13700000001', document: 'document-1', name: '第1人' };
  expect(saidOf([person(1), person(2, { ...both, offering: 'four' })])).toEqual([[], []]);
});

it('names whom the sheet does not, by the place in the roster', () => {
  const absent = person(2, { row: null, position: 12, document: 'document-1' });
  expect(saidOf([person(1), absent])).toEqual([
    ['与名单第 12 位第2人是同一证件，名单里只能留一个'],
    ['与第 1 行第1人是同一证件，名单里只能留一个'],
  ]);
});

it('compares no phone that nobody has given', () => {
  expect(saidOf([person(1, { phone: null }), person(2, { phone: null })])).toEqual([[], []]);
});
