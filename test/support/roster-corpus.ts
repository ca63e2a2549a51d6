import exceljs from 'exceljs';
import { byOtherProgram, withPart } from '../../bff/src/platform/sheets/other-program.testing';
import { zipOf } from '../../bff/src/platform/sheets/zip-of.testing';
import { type Line, filledRoster, lineOf } from './rosters';

/** What a file must give: how many people it would add, each problem at its cell, or why nobody reads it at all. */
export type RosterAnswer =
  | { readonly adds: number; readonly ignored?: readonly string[] }
  | { readonly problems: readonly (readonly [cell: string | null, column: string | null, code: string])[] }
  | { readonly refused: string };

export type RosterFile = { readonly name: string; readonly bytes: Buffer; readonly answer: RosterAnswer };

type Opened = {
  readonly book: exceljs.Workbook;
  readonly sheet: exceljs.Worksheet;
  /** Of the header; the example stands below it, and people below that. */
  readonly top: number;
  readonly column: (header: string) => number;
};

async function openBook(bytes: Buffer): Promise<Opened> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('a workbook without a sheet');
  let top = 0;
  sheet.eachRow((row, at) => {
    if (top === 0 && row.getCell(1).text === '姓名') top = at;
  });
  const headers = sheet.getRow(top).values;
  const column = (header: string) => (Array.isArray(headers) ? headers.indexOf(header) : -1);
  return { book, sheet, top, column };
}

/** The files that agents send, made from the template of a roster by script: as Excel, WPS and others leave them. */
export async function rosterCorpus(template: Buffer): Promise<RosterFile[]> {
  const people = [lineOf(0), lineOf(1), lineOf(2)];
  const changed = async (change: (opened: Opened) => void, lines: readonly Line[] = people): Promise<Buffer> => {
    const opened = await openBook(await filledRoster(template, lines));
    change(opened);
    return Buffer.from(await opened.book.xlsx.writeBuffer());
  };
  const at = ({ sheet, top, column }: Opened, person: number, header: string) =>
    sheet.getRow(top + 2 + person).getCell(column(header));
  const plain = await openBook(await filledRoster(template, people));
  const cell = (person: number, header: string) => at(plain, person, header).address;
  const headers = Object.keys(lineOf(0));
  const text = (lines: readonly Line[], by = ','): string =>
    [headers, ...lines.map((line) => headers.map((header) => line[header] ?? ''))]
      .map((row) => row.join(by))
      .join('\r\n');
  const missing = await missingColumns(template, headers);

  return [
    { name: 'as filled in', bytes: await changed(() => undefined), answer: { adds: 3 } },
    {
      name: 'a number that Excel made a number of',
      bytes: await changed((book) => void (at(book, 1, '证件号码').value = 110_105_199_005_010_160)),
      answer: { problems: [[cell(1, '证件号码'), '证件号码', 'digits-lost']] },
    },
    {
      name: 'a phone that Excel made a number of',
      bytes: await changed((book) => void (at(book, 1, '手机号').value = 13_700_000_001)),
      answer: { adds: 3 },
    },
    {
      name: 'apostrophes in front of numbers',
      bytes: await changed((book) => {
        for (const header of ['证件号码', '手机号']) at(book, 0, header).value = `'${at(book, 0, header).text}`;
      }),
      answer: { adds: 3 },
    },
    {
      name: 'a real date',
      bytes: await changed((book) => {
        at(book, 0, '从哪天起').value = new Date('2015-03-01T00:00:00Z');
        at(book, 0, '从哪天起').numFmt = 'yyyy-mm-dd';
      }),
      answer: { adds: 3 },
    },
    {
      name: 'a real date of the 1904 system',
      bytes: await changed((book) => {
        book.book.properties.date1904 = true;
        at(book, 0, '从哪天起').value = new Date('2015-03-01T00:00:00Z');
        at(book, 0, '从哪天起').numFmt = 'yyyy-mm-dd';
      }),
      answer: { adds: 3 },
    },
    {
      name: 'one cell merged over two people',
      bytes: await changed(({ sheet, top, column }) => {
        const place = column('手机号');
        sheet.mergeCells(top + 2, place, top + 3, place);
      }),
      answer: { problems: [[cell(1, '手机号'), '手机号', 'merged-cell']] },
    },
    {
      name: 'blank rows between people',
      bytes: await changed(({ sheet, top }) => void sheet.spliceRows(top + 3, 0, [], [])),
      answer: { adds: 3 },
    },
    {
      name: 'formulas with what they came to',
      bytes: await changed((book) => {
        at(book, 0, '手机号').value = { formula: '"137"&"00000000"', result: '13700000000' };
      }),
      answer: { adds: 3 },
    },
    {
      name: 'a formula that no program has worked out',
      bytes: await changed((book) => void (at(book, 0, '手机号').value = { formula: 'A1', date1904: false })),
      answer: { problems: [[cell(0, '手机号'), '手机号', 'formula-unsaved']] },
    },
    {
      name: 'a row that is hidden, as by a filter',
      bytes: await changed(({ sheet, top }) => {
        sheet.autoFilter = { from: { row: top, column: 1 }, to: { row: top + 4, column: 3 } };
        sheet.getRow(top + 3).hidden = true;
      }),
      answer: { problems: [[null, null, 'row-hidden']] },
    },
    {
      name: 'a column that is hidden',
      bytes: await changed(({ sheet, column }) => void (sheet.getColumn(column('手机号')).hidden = true)),
      answer: { problems: [[`${letterIn(plain, '手机号')}${plain.top}`, '手机号', 'column-hidden']] },
    },
    {
      name: 'columns in another order, and one of the unit’s own',
      bytes: await reordered(template, people),
      answer: { adds: 3, ignored: ['班组'] },
    },
    {
      name: 'a column missing',
      bytes: await changed(({ sheet, column }) => void sheet.spliceColumns(column('手机号'), 1)),
      answer: { problems: [[null, '手机号', 'column-missing']] },
    },
    {
      name: 'a workbook of another program',
      bytes: byOtherProgram(await filledRoster(template, people)),
      answer: { adds: 3 },
    },
    {
      name: 'macros beside it',
      bytes: withPart(await filledRoster(template, people), 'xl/vbaProject.bin'),
      answer: { adds: 3 },
    },
    {
      name: 'CSV with few of the columns, as an old template had',
      bytes: Buffer.from(`\ufeff${text(people)}`),
      answer: { problems: missing },
    },
    ...(await asText(template, people)),
    {
      name: 'under a password',
      bytes: Buffer.concat([COMPOUND, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(4_000)]),
      answer: { refused: 'encrypted' },
    },
    { name: 'of Excel 2003', bytes: Buffer.concat([COMPOUND, Buffer.alloc(4_000)]), answer: { refused: 'old-format' } },
    {
      name: 'a bomb',
      bytes: zipOf([
        { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
        { name: 'xl/workbook.xml', bytes: Buffer.alloc(80_000_000, 32), claims: 100 },
      ]),
      answer: { refused: 'not-a-workbook' },
    },
    {
      name: 'OpenDocument',
      bytes: zipOf([{ name: 'content.xml', bytes: Buffer.from('<office:document-content/>') }]),
      answer: { refused: 'other-format' },
    },
    { name: 'a picture', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), answer: { refused: 'not-a-workbook' } },
  ];
}

/** How .xls files, and workbooks under a password, begin. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const letterIn = ({ sheet, column }: Opened, header: string): string => sheet.getColumn(column(header)).letter;

/** Every column of the template that these headers are not. */
async function missingColumns(template: Buffer, headers: readonly string[]) {
  const { sheet, top } = await openBook(template);
  const found: (readonly [null, string, string])[] = [];
  sheet.getRow(top).eachCell(({ text }) => {
    if (!headers.includes(text)) found.push([null, text, 'column-missing']);
  });
  return found;
}

/** Everything as lines of text, the template's own header on top. */
async function asText(template: Buffer, people: readonly Line[]): Promise<RosterFile[]> {
  const { sheet, top } = await openBook(template);
  const headers: string[] = [];
  sheet.getRow(top).eachCell(({ text }) => void headers.push(text));
  const lines = (of: readonly Line[]) => [headers, ...of.map((line) => headers.map((header) => line[header] ?? ''))];
  const csv = lines(people)
    .map((row) => row.join(','))
    .join('\r\n');
  const tabs = lines(people)
    .map((row) => row.join('\t'))
    .join('\r\n');
  const science = lines([{ ...people[0], 证件号码: '1.10105E+17' }])
    .map((row) => row.join(','))
    .join('\r\n');
  const quoted = lines(people)
    .map((row) => row.map((text) => (/^\d+$/.test(text) ? `="${text}"` : text)).join(','))
    .join('\r\n');
  const place = headers.indexOf('证件号码');
  return [
    { name: 'CSV with a mark', bytes: Buffer.from(`\ufeff${csv}`), answer: { adds: people.length } },
    { name: 'CSV in GBK, as Chinese Excel saves it', bytes: inGbk(csv), answer: { adds: people.length } },
    { name: 'Unicode text of Excel', bytes: Buffer.from(`\ufeff${tabs}`, 'utf16le'), answer: { adds: people.length } },
    { name: 'CSV with ="…" around numbers', bytes: Buffer.from(quoted), answer: { adds: people.length } },
    {
      name: 'CSV after Excel made a number of it',
      bytes: Buffer.from(science),
      answer: { problems: [[`${'ABCDEFGHIJKLMNOP'.charAt(place)}2`, '证件号码', 'digits-lost']] },
    },
  ];
}

/** The columns from the last to the first, with one more between. */
async function reordered(template: Buffer, people: readonly Line[]): Promise<Buffer> {
  const { sheet, top } = await openBook(template);
  const headers: string[] = [];
  sheet.getRow(top).eachCell(({ text }) => void headers.unshift(text));
  headers.splice(3, 0, '班组');
  const book = new exceljs.Workbook();
  book
    .addWorksheet('人员')
    .addRows([
      headers,
      ...people.map((line) => headers.map((header) => line[header] ?? (header === '班组' ? '二班' : null))),
    ]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Two bytes a character, found by decoding all of them: Node writes no GBK. */
function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const bytes = Buffer.from([high, low]);
      codes.set(decoder.decode(bytes), bytes);
    }
  return Buffer.concat(
    [...text].map((sign) => (sign < '\u0080' ? Buffer.from(sign) : (codes.get(sign) ?? Buffer.from('?')))),
  );
}
