import type { SheetLayout } from '../reading/layout-of';

/** What stood above, the header, then the rows; every cell is text, so that zeros in front and long numbers stay. */
export async function fillLayout(layout: SheetLayout, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(layout.tab.replaceAll(/[*?:\\/[\]]/g, ' ').slice(0, 31) || 'Sheet1');
  for (const place of layout.headers.keys()) {
    sheet.getColumn(place + 1).numFmt = '@';
    sheet.getColumn(place + 1).width = 18;
  }
  for (const texts of [...layout.above, layout.headers, ...rows])
    sheet.addRow(texts.map((text) => (text === '' ? null : text)));
  sheet.getRow(layout.above.length + 1).font = { bold: true };
  return new Uint8Array(await book.xlsx.writeBuffer());
}
