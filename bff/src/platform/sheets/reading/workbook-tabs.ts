import * as XLSX from '@e965/xlsx';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { SheetRefusal } from '../column';
import type { SeenCell, Tab } from './tab';
import { type Part, unpack } from './unpack';

/** The visible tabs of an .xlsx file of any program, every cell as it is shown. */
export async function workbookTabs(bytes: Buffer): Promise<Result<Tab[], SheetRefusal>> {
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  // no program that writes workbooks declares entities; who does means harm
  if (parts.some(({ bytes: xml }) => /<!(DOCTYPE|ENTITY)/i.test(xml.toString('latin1'))))
    return failed('not-a-workbook');
  const book = parse(parts);
  if (!book) return failed('not-a-workbook');
  const is1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const tabs = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
    return sheet && !isHidden && sheet['!type'] === undefined ? [tabOf(name, sheet, is1904)] : [];
  });
  return tabs.length > 0 ? ok(tabs) : failed('not-a-workbook');
}

/** Null when the parts are none of a workbook, or contradict each other. */
function parse(parts: readonly Part[]): XLSX.WorkBook | null {
  const archive = XLSX.CFB.utils.cfb_new();
  for (const { name, bytes } of parts) XLSX.CFB.utils.cfb_add(archive, `/${name}`, wholeCharacters(bytes));
  const zip = XLSX.CFB.write(archive, { fileType: 'zip', type: 'buffer', compression: false });
  try {
    return XLSX.read(zip, {
      dense: true,
      // a formula whose result was not stored must be told from an empty cell
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
      // hidden rows and columns
      cellStyles: true,
      sheetStubs: false,
    });
  } catch {
    return null;
  }
}

/** SheetJS cuts `&#x2CC56;` to 16 bits, which makes another character of a rare one: written out before it looks. */
function wholeCharacters(xml: Buffer): Buffer {
  if (!xml.includes('&#')) return xml;
  const text = xml
    .toString()
    .replaceAll(/&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
  return Buffer.from(text);
}

function tabOf(name: string, sheet: XLSX.WorkSheet, is1904: boolean): Tab {
  const rows: (SeenCell | undefined)[][] = [];
  for (const [at, cells] of Object.entries(sheet['!data'] ?? [])) {
    if (!cells) continue;
    const seen: (SeenCell | undefined)[] = [];
    cells.forEach((cell, column) => (seen[column] = seenCell(cell, is1904)));
    if (seen.some((cell) => cell !== undefined)) rows[Number(at)] = seen;
  }
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return {
    name,
    rows,
    merges,
    hiddenRows: hiddenIn(sheet['!rows']),
    hiddenColumns: hiddenIn(sheet['!cols']),
    openQuoteAt: null,
  };
}

function hiddenIn(lines: readonly ({ hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  (lines ?? []).forEach((line, at) => {
    if (line?.hidden) hidden.add(at);
  });
  return hidden;
}

function seenCell(cell: XLSX.CellObject, is1904: boolean): SeenCell | undefined {
  if (cell.t === 'e') return { kind: 'error', text: cell.w ?? '#' };
  if (cell.t === 'z' || cell.v === undefined) return cell.f === undefined ? undefined : { kind: 'unsaved' };
  if (typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : 'General';
    return { kind: 'number', value: cell.v, shown: cell.w ?? String(cell.v), day: dayOf(cell.v, format, is1904) };
  }
  if (typeof cell.v === 'boolean') return { kind: 'text', text: cell.v ? 'TRUE' : 'FALSE' };
  return { kind: 'text', text: String(cell.v) };
}

/** The day of a number that is shown as a date, as `YYYY-MM-DD`. */
function dayOf(value: number, format: string, is1904: boolean): string | null {
  if (!/[dy日年]/i.test(format) || !XLSX.SSF.is_date(format)) return null;
  const parts = XLSX.SSF.parse_date_code(value, { date1904: is1904 });
  if (!parts) return null;
  return `${String(parts.y).padStart(4, '0')}-${String(parts.m).padStart(2, '0')}-${String(parts.d).padStart(2, '0')}`;
}
