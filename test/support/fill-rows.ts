import exceljs from 'exceljs';

/** Fills the blank rows of a downloaded template in, as one does in Excel: by the headers, below the example. */
export async function fillRows(
  template: Buffer,
  rows: readonly Readonly<Record<string, string | number>>[],
  { header = '姓名' } = {},
): Promise<Buffer> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(template).buffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('a workbook without a sheet');
  const columns = new Map<string, number>();
  let at = 0;
  sheet.eachRow((row, number) => {
    if (columns.size > 0) return;
    const found: [string, number][] = [];
    row.eachCell((cell, column) => void found.push([cell.text, column]));
    if (!found.some(([text]) => text === header)) return;
    for (const [text, column] of found) columns.set(text, column);
    at = number;
  });
  // the example stands in the first row
  for (const [index, cells] of rows.entries())
    for (const [title, value] of Object.entries(cells)) {
      const column = columns.get(title);
      if (column === undefined) throw new Error(`no column ${title}`);
      sheet.getRow(at + 2 + index).getCell(column).value = value;
    }
  return Buffer.from(await book.xlsx.writeBuffer());
}
