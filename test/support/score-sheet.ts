import exceljs from 'exceljs';

/** What a score officer types: by ticket number, by the column's header. */
export type Entries = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** Fills a downloaded template in, as a score officer does in Excel; rows without entries stay as they are. */
export const fillSheet = async (template: Buffer, entries: Entries): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(template).buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('a workbook without a sheet');
  const columns = new Map<string, number>();
  sheet.eachRow((row) => {
    if (columns.size === 0) {
      const found: [string, number][] = [];
      row.eachCell((cell, at) => void found.push([cell.text, at]));
      if (found.some(([text]) => text === '姓名')) for (const [text, at] of found) columns.set(text, at);
      return;
    }
    const values = entries[row.getCell(columns.get('准考证号') ?? 1).text] ?? {};
    for (const [header, value] of Object.entries(values)) row.getCell(columns.get(header) ?? 0).value = value;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** Adds a row at the end of a filled sheet, such as one that should not be there. */
export const withRow = async (filled: Buffer, cells: readonly (string | number)[]): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(filled).buffer);
  book.worksheets[0]?.addRow([...cells]);
  return Buffer.from(await book.xlsx.writeBuffer());
};
