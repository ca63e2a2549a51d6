import { describe, expect, it } from 'vitest';
import type { Column } from './index';
import { readHere } from './read-here.testing';

const columns: readonly Column<'name' | 'unit'>[] = [
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'unit', header: '单位', kind: 'text' },
];
const read = (bytes: Buffer) => readHere(bytes, { columns });
const rowsOf = async (bytes: Buffer) => {
  const sheet = await read(bytes);
  return sheet.ok ? sheet.value.rows.map(({ row, values }) => [row, values.name, values.unit]) : sheet.error;
};

describe('a CSV file', () => {
  it('is read with its row numbers, quotes, commas and line ends inside cells', async () => {
    const text = '\uFEFF姓名,单位\r\n张伟,"甲公司,""乙""部"\r\n李静,"一行\n二行"\r\n';
    expect(await rowsOf(Buffer.from(text))).toEqual([
      [2, '张伟', '甲公司,"乙"部'],
      [3, '李静', '一行\n二行'],
    ]);
  });

  it('keeps zeros in front and counts empty lines', async () => {
    expect(await rowsOf(Buffer.from('姓名\t单位\n\n007\t00123'))).toEqual([[3, '007', '00123']]);
  });

  it('is read as Chinese Excel writes it', async () => {
    const gb = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0a, 0xc0, 0xee, 0x2c]);
    expect(await rowsOf(gb)).toEqual([[2, '李', '']]);
  });

  it.each([
    ['semicolons', '姓名;单位\n张伟;甲,乙'],
    ['tabs, in UTF-16 without a mark', '姓名\t单位\n张伟\t甲,乙'],
  ])('finds its delimiter once: %s', async (name, text) => {
    const bytes = name.includes('UTF-16') ? Buffer.from(text, 'utf16le') : Buffer.from(text);
    expect(await rowsOf(bytes)).toEqual([[2, '张伟', '甲,乙']]);
  });

  it('says where a quotation mark never closes, instead of swallowing what follows', async () => {
    const sheet = await read(Buffer.from('姓名,单位\n张伟,"甲公司\n李静,乙公司\n'));
    expect(sheet.ok && sheet.value.problems.map(({ row, code }) => [row, code])).toEqual([[2, 'quote-open']]);
  });

  it('is refused where it is no text', async () => {
    expect(await rowsOf(Buffer.from([1, 0, 2]))).toBe('not-a-workbook');
    expect(await rowsOf(Buffer.from([0xff]))).toBe('not-a-workbook');
  });

  it('is taken up to twenty thousand rows', async () => {
    const rows = (count: number) => Buffer.from(`姓名,单位\n${'张伟,甲公司\n'.repeat(count)}`);
    expect(await rowsOf(rows(20_000))).toHaveLength(20_000);
    expect(await rowsOf(rows(20_001))).toBe('too-many-rows');
  });
});
