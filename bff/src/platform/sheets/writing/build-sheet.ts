import type { Workbook, Worksheet } from 'exceljs';
import type { Column } from '../column';

export type SheetTemplate<K extends string> = {
  /** Name of the tab, also the first line. */
  title: string;
  /** Lines above the header that say how to fill it in. */
  notes: readonly string[];
  columns: readonly Column<K>[];
  /** '' leaves a cell to fill in. */
  rows: readonly Readonly<Record<K, string>>[];
  /** Empty rows below that still have dropdowns and text format. */
  blankRows?: number;
  /** A row above the others that shows how to fill in; it is not read when it comes back as it is. */
  example?: Readonly<Record<K, string>>;
};

const INLINE_CHOICES = 250;

/** A workbook to fill in: notes, header, rows; text columns are text for Excel, so that zeros in front stay. */
export async function buildSheet(template: SheetTemplate<string>): Promise<Uint8Array> {
  // loaded only where one is written: it takes longer to load than most files to read
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(tabName(template.title));
  const { columns, example } = template;
  const notes = example ? [...template.notes, '表头下面灰色斜体的一行是示例，导入时不读，可以删掉。'] : template.notes;
  for (const [index, column] of columns.entries()) {
    sheet.getColumn(index + 1).width = column.width ?? 16;
    // the whole column, also for rows that somebody adds below
    if (column.kind !== 'number') sheet.getColumn(index + 1).numFmt = '@';
  }
  writeLines(sheet, [template.title, ...notes], columns.length);
  const headerRow = notes.length + 2;
  sheet.views = [{ state: 'frozen', ySplit: headerRow }];
  for (const [index, column] of columns.entries()) {
    const header = sheet.getCell(headerRow, index + 1);
    header.value = column.header;
    header.font = { bold: true };
    header.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8F0EA' } };
    header.border = BORDER;
  }
  const rows = [...(example ? [example] : []), ...template.rows];
  const validations = columns.map((column, index) => validationOf(book, column, index));
  for (let offset = 0; offset < rows.length + (template.blankRows ?? 0); offset += 1) {
    for (const [index, column] of columns.entries()) {
      const cell = sheet.getCell(headerRow + 1 + offset, index + 1);
      const value = rows[offset]?.[column.key] ?? '';
      cell.value = value === '' ? null : asNumber(column, value);
      cell.border = BORDER;
      if (example && offset === 0) cell.font = { italic: true, color: { argb: 'FF8C8C8C' } };
      if (column.kind !== 'number') cell.numFmt = '@';
      const validation = validations[index];
      if (validation) cell.dataValidation = validation;
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const thin = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: thin, left: thin, bottom: thin, right: thin };

function writeLines(sheet: Worksheet, lines: readonly string[], width: number): void {
  for (const [index, line] of lines.entries()) {
    sheet.mergeCells(index + 1, 1, index + 1, Math.max(2, width));
    const cell = sheet.getCell(index + 1, 1);
    cell.value = line;
    cell.font = index === 0 ? { bold: true, size: 14 } : { color: { argb: 'FF595959' } };
    cell.alignment = { wrapText: true, vertical: 'middle' };
    sheet.getRow(index + 1).height = index === 0 ? 26 : 18;
  }
}

function validationOf<K extends string>(book: Workbook, column: Column<K>, index: number) {
  const { choices } = column;
  if (!choices || choices.length === 0) return null;
  const inline = choices.join(',');
  const fits = inline.length <= INLINE_CHOICES && !choices.some((choice) => /[,"]/.test(choice));
  return {
    type: 'list' as const,
    allowBlank: true,
    formulae: [fits ? `"${inline}"` : choiceRange(book, choices, index)],
    // Offered only: Excel must let anything else pass too.
    showErrorMessage: column.onlyChoices ?? false,
    errorTitle: column.header,
    error: '请从下拉列表中选择',
  };
}

/** Long lists stand in a hidden tab: Excel takes 255 characters in the rule itself. */
function choiceRange(book: Workbook, choices: readonly string[], index: number): string {
  const tab = book.getWorksheet('选项') ?? book.addWorksheet('选项', { state: 'veryHidden' });
  for (const [row, choice] of choices.entries()) tab.getCell(row + 1, index + 1).value = choice;
  const letter = tab.getColumn(index + 1).letter;
  return `选项!$${letter}$1:$${letter}$${choices.length}`;
}

const asNumber = <K extends string>(column: Column<K>, value: string): string | number =>
  column.kind === 'number' && /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : value;

const tabName = (title: string): string => title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31);
