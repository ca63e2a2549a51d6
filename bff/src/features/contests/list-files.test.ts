import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHere } from '../../platform/sheets/read-here.testing';
import { LIST_COLUMNS } from './list-sheet';

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../test/fixtures/${name}`, import.meta.url));
const list = async (name: string) => {
  const read = await readHere(fixture(`csv/${name}.csv`), { columns: LIST_COLUMNS });
  return read.ok ? (read.value.rows[0]?.values ?? read.value.problems) : read.error;
};

describe('a list of people as a CSV file of the world', () => {
  const person = {
    name: '张伟',
    documentType: '居民身份证',
    documentNumber: '110105199005010157',
    phone: '13800138000',
    unit: '北京某公司',
    reference: '007',
  };
  it.each(['apostrophe', 'excel-text-formula-', 'utf16le-unicode-text', 'title-lines-first', 'sep-line'])(
    '%s',
    async (name) => expect(await list(name)).toMatchObject({ ...person, name: expect.any(String) }),
  );

  it('gb18030', async () =>
    expect(await list('gb18030')).toMatchObject({ documentNumber: person.documentNumber, reference: '007' }));

  it('a tab after each long number moves nothing to another column', async () =>
    expect(await list('csv-tab-after-number')).toEqual({
      name: '周明',
      documentType: '居民身份证',
      documentNumber: '11010519900501203X',
      phone: '13800138001',
      unit: '北京甲安防有限公司',
      reference: 'A0001',
      unitType: '',
      coach: '',
      unionCard: '',
    }));

  it('quotation marks inside a cell stay, and nothing is cut', async () =>
    expect(await list('csv-inner-quotes')).toMatchObject({ unit: '北京"乙盾"安防有限公司', reference: 'A0002' }));

  it('a number that lost its end is refused at its cell', async () =>
    expect(await list('science')).toMatchObject([{ row: 2, column: '证件号码', code: 'digits-lost' }]));
});
