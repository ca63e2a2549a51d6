import exceljs, { type CellValue } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { type Column, markedSheet, readSheet, writeSheet } from './index';
import { readHere } from './read-here.testing';
import { openTabs } from './reading/open-tabs';
import { zipOf } from './zip-of.testing';

const columns: Column<'phone' | 'name' | 'born' | 'sex'>[] = [
  { key: 'phone', header: '手机号', kind: 'text', required: true },
  { key: 'name', header: '姓 名', kind: 'text' },
  { key: 'born', header: '出生日期', kind: 'day' },
  { key: 'sex', header: '性别', kind: 'text', choices: ['男', '女'], onlyChoices: true },
];

async function bookOf(lines: CellValue[][]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  book.addWorksheet('表').addRows(lines);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const HEADER = ['手机号', '姓名', '出生日期', '性别'];

async function open(bytes: Buffer) {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no tab');
  return { book, sheet };
}

describe('a sheet', () => {
  it('comes back as it was written, zeros in front and rows as Excel counts', async () => {
    const row = { phone: '013800000001', name: '=1+1', born: '1990-05-01', sex: '女' };
    const bytes = await writeSheet({ title: '名册', notes: ['说明一', '说明二'], columns, rows: [row], blankRows: 3 });
    expect(await readSheet(bytes, { columns })).toEqual({
      ok: true,
      value: {
        rows: [{ row: 5, values: row }],
        problems: [],
        letters: { 手机号: 'A', '姓 名': 'B', 出生日期: 'C', 性别: 'D' },
        ignored: [],
      },
    });
    const { sheet } = await open(bytes);
    expect(sheet.getCell('A6').numFmt).toBe('@');
    expect(sheet.getCell('D6').dataValidation.formulae).toEqual(['"男,女"']);
    expect(sheet.getCell('B5').formula).toBeUndefined();
  });

  it('is read below a header of two rows, where the upper one says what the lower one has parts of', async () => {
    const two = await bookOf([
      ['报名信息'],
      ['手机号', '姓名', '证件上的', null, '备注'],
      [null, null, '出生日期', '性别', null],
      ['13800000001', '王一', '1990-05-01', '女', '好'],
    ]);
    const read = await readHere(two, { columns });
    expect(read.ok && read.value).toMatchObject({
      problems: [],
      rows: [{ row: 4, values: { phone: '13800000001', name: '王一', born: '1990-05-01', sex: '女' } }],
      letters: { 出生日期: 'C', 性别: 'D' },
      ignored: ['备注（E 列）'],
    });
    // what stands below a named column is a row of data
    const one = await readHere(
      await bookOf([
        ['手机号', '姓名'],
        ['13800000001', '性别'],
      ]),
      {
        columns: columns.map((column) => ({ ...column, optional: true })),
      },
    );
    expect(one.ok && one.value.rows).toMatchObject([{ row: 2, values: { name: '性别' } }]);
  });

  it('of another program is read by what its columns are headed there, and stops at one that nobody knows', async () => {
    const also = columns.map((column) => ({ ...column, also: column.key === 'phone' ? ['联系电话'] : [] }));
    const foreign = await bookOf([
      ['联系电话', '姓名', '出生日期', '性别', '用时'],
      ['13800000001', '王一', '1990-05-01', '女', 50],
    ]);
    const read = async (bytes: Buffer, leave: string[]) => {
      const found = await readHere(bytes, { columns: also, leave });
      if (!found.ok) throw new Error(found.error);
      return found.value;
    };
    expect((await read(foreign, [])).problems).toEqual([
      { row: 1, column: null, code: 'column-unknown', value: '用时' },
    ]);
    expect(await read(foreign, ['用时'])).toMatchObject({ problems: [], rows: [{ values: { phone: '13800000001' } }] });
    const marked = await bookOf([
      ['联系电话', '姓名', '出生日期', '性别', '错误'],
      ['13800000001', '王一', '1990-05-01', '女', '手机号有误'],
    ]);
    expect(await read(marked, [])).toMatchObject({ problems: [], ignored: [] });
    // our own sheet may hold more, and says which it does not read
    const own = await bookOf([
      [...HEADER, '用时'],
      ['13800000001', '王一', '1990-05-01', '女', 50],
    ]);
    expect(await read(own, [])).toMatchObject({ problems: [], ignored: ['用时（E 列）'] });
  });

  it('reads formulas by value, dates, numbers, rich text and links', async () => {
    const bytes = await bookOf([
      HEADER,
      [13800000001, { richText: [{ text: '王' }, { text: '一' }] }, new Date('1990-05-01T00:00:00Z'), '女'],
      [{ formula: '"138"&"00000002"', result: '13800000002' }, ' 李二　', '1990年5月1日', null],
      [null, null, null, null],
      [{ text: '13800000003', hyperlink: 'tel:1' }, '', '19900501', '男'],
    ]);
    const read = await readHere(bytes, { columns });
    expect(read.ok && read.value.problems).toEqual([]);
    expect(read.ok && read.value.rows.map(({ row, values }) => [row, values.phone, values.name, values.born])).toEqual([
      [2, '13800000001', '王一', '1990-05-01'],
      [3, '13800000002', '李二', '1990-05-01'],
      [5, '13800000003', '', '1990-05-01'],
    ]);
  });

  it('names each problem with its row and column, and the good rows still come', async () => {
    const bytes = await bookOf([
      HEADER,
      [null, '王一', '1990-05-01', '女'],
      ['13800000002', '李二', '1990-02-30', '女性'],
      ['13800000003', { error: '#N/A' }, null, null],
      [1_234_567_890_123_456, '孙四', null, null],
      ['13800000005', '周五', null, null],
    ]);
    const read = await readHere(bytes, { columns });
    expect(read.ok && read.value.rows.map(({ row }) => row)).toEqual([6]);
    expect(read.ok && read.value.problems).toEqual([
      { row: 2, column: '手机号', code: 'value-missing', value: null },
      { row: 3, column: '出生日期', code: 'not-a-day', value: '1990-02-30' },
      { row: 3, column: '性别', code: 'not-a-choice', value: '女性' },
      { row: 4, column: '姓 名', code: 'cell-error', value: expect.any(String) },
      { row: 5, column: '手机号', code: 'digits-lost', value: expect.any(String) },
    ]);
  });

  it('says which columns are missing or there twice', async () => {
    const bytes = await bookOf([
      ['手机号', '姓名', '手机号', '备注'],
      ['1', '2', '3', '4'],
    ]);
    const read = await readHere(bytes, { columns });
    expect(read.ok && read.value.problems.map(({ column, code }) => [column, code])).toEqual([
      ['手机号', 'column-twice'],
      ['出生日期', 'column-missing'],
      ['性别', 'column-missing'],
    ]);
    const empty = await readHere(await bookOf([]), { columns });
    expect(empty.ok && empty.value.problems).toHaveLength(4);
  });

  it('puts a long list of choices where Excel can hold it', async () => {
    const choices = Array.from({ length: 80 }, (_, index) => `单位名称${index}`);
    const bytes = await writeSheet({
      title: '名册',
      notes: [],
      columns: [{ key: 'u', header: '单位', kind: 'text', choices }],
      rows: [{ u: '' }],
    });
    const { book, sheet } = await open(bytes);
    expect(sheet.getCell('A3').dataValidation.formulae).toEqual(['选项!$A$1:$A$80']);
    expect(book.getWorksheet('选项')?.state).toBe('veryHidden');
  });
});

describe('a file that is no good', () => {
  it('is refused with its own code', async () => {
    const good = await bookOf([HEADER]);
    const read = async (bytes: Buffer) => {
      const answer = await readHere(bytes, { columns });
      return answer.ok ? 'ok' : answer.error;
    };
    expect(await read(Buffer.from([0, 1, 2]))).toBe('not-a-workbook');
    expect(await read(Buffer.from('\u0001'))).toBe('not-a-workbook');
    expect(await read(Buffer.from('<html><table><tr><td>手机号</td></tr></table></html>'))).toBe('web-page');
    expect(await read(Buffer.from('Rar!\u001a\u0007'))).toBe('archive');
    expect(await read(Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]))).toBe('archive');
    expect(await read(zipOf([{ name: 'content.xml', bytes: Buffer.from('<a/>') }]))).toBe('other-format');
    const locked = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await read(locked)).toBe('encrypted');
    expect(await read(Buffer.alloc(0))).toBe('not-a-workbook');
    expect(await read(good.subarray(0, good.length - 40))).toBe('not-a-workbook');
    expect(await read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))).toBe('old-format');
    expect(await read(zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]))).toBe('not-a-workbook');
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `f${index}`, bytes: Buffer.from('x') }));
    expect(await read(zipOf(many(501)))).toBe('too-many-entries');
    expect(await read(zipOf(many(500)))).toBe('not-a-workbook');
  });

  it('is refused as too large before anything is built from it, whatever it claims', async () => {
    const bomb = { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(30_000_001) };
    const honest = await openTabs(zipOf([bomb]), columns);
    expect(honest).toEqual({ ok: false, error: 'too-large' });
    const liar = await openTabs(zipOf([{ ...bomb, claims: 1000 }]), columns);
    expect(liar).toEqual({ ok: false, error: 'not-a-workbook' });
    const onTheLine = await openTabs(zipOf([{ ...bomb, bytes: Buffer.alloc(30_000_000) }]), columns);
    expect(onTheLine).toEqual({ ok: false, error: 'not-a-workbook' });
  });
});

describe('annotations', () => {
  it('stand in a last column, are replaced the next time, and the sheet still reads', async () => {
    const bytes = await bookOf([HEADER, ['13800000001', '王一', null, null], ['13800000002', '李二', null, null]]);
    const once = await markedSheet(bytes, { columns }, [
      { row: 2, column: '手机号', text: '手机号有误' },
      { row: 2, column: null, text: '重复报名' },
    ]);
    if (!once.ok) throw new Error(once.error);
    const first = await open(once.value);
    expect(first.sheet.getCell('E1').value).toBe('错误');
    expect(first.sheet.getCell('E2').value).toBe('手机号有误；重复报名');
    expect(first.sheet.getCell('A3').fill).toMatchObject({ pattern: 'none' });
    expect(first.sheet.getCell('A2').fill).toMatchObject({ pattern: 'solid' });
    const twice = await markedSheet(once.value, { columns }, [{ row: 3, column: '姓 名', text: '姓名有误' }]);
    if (!twice.ok) throw new Error(twice.error);
    const second = await open(twice.value);
    expect([second.sheet.getCell('E2').value, second.sheet.getCell('E3').value]).toEqual([null, '姓名有误']);
    const read = await readHere(twice.value, { columns });
    expect(read.ok && [read.value.rows.length, read.value.problems, read.value.ignored]).toEqual([2, [], []]);
  });
});
