import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { SheetRefusal } from '../column';
import type { SeenCell, Tab } from './tab';

const DELIMITERS = [',', '\t', ';', '，'] as const;
/** Enough to find the header in. */
const HEAD = 100_000;

/**
 * A CSV or tab-separated file as one tab: UTF-8, GB18030 as Chinese Excel writes it, or UTF-16. `countHeaders` says how
 * many of the wanted headers rows hold; the delimiter that shows the most of them is the file's.
 */
export function textTab(
  bytes: Buffer,
  countHeaders: (rows: readonly (readonly string[])[]) => number,
): Result<Tab, SheetRefusal> {
  const text = textOf(bytes);
  if (text === null) return failed('not-a-workbook');
  if (/^\s*<(!doctype html|html|table|meta|\?xml)/i.test(text.slice(0, 500))) return failed('web-page');
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = named?.[1] ?? bestDelimiter(body.slice(0, HEAD), countHeaders);
  const { rows, openQuoteAt } = recordsOf(body, delimiter);
  return ok({
    name: '',
    rows: rows.map((row) => row.map(cellOf)),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    openQuoteAt,
  });
}

/** Null for what is no text at all. */
function textOf(bytes: Buffer): string | null {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // eslint-disable-next-line no-control-regex
      return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
    } catch {
      // the next one, or none
    }
  }
  return null;
}

function encodingsOf(bytes: Buffer): readonly string[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  // no other encoding has zeros: where commas and digits have them tells which half comes first
  const head = bytes.subarray(0, 2_000);
  if (!head.includes(0)) return ['utf-8', 'gb18030'];
  const atOdd = head.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  return [atOdd * 2 > head.filter((byte) => byte === 0).length ? 'utf-16le' : 'utf-16be'];
}

function bestDelimiter(head: string, countHeaders: (rows: readonly (readonly string[])[]) => number): string {
  let best: { delimiter: string; count: number } = { delimiter: ',', count: 0 };
  for (const delimiter of DELIMITERS) {
    const count = countHeaders(recordsOf(head, delimiter).rows);
    if (count > best.count) best = { delimiter, count };
  }
  return best.delimiter;
}

/** Records by RFC 4180; a quotation mark inside a cell that did not begin with one is text. */
function recordsOf(text: string, delimiter: string): { rows: string[][]; openQuoteAt: number | null } {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    if (field === null) return { rows: [...rows, row], openQuoteAt: rows.length };
    row.push(field.value);
    at = field.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return { rows, openQuoteAt: null };
}

type Field = { readonly value: string; readonly end: number };

function plainField(text: string, from: number, delimiter: string): Field {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(from, end), end };
}

/** Null when the quotation mark never closes. */
function quotedField(text: string, from: number, delimiter: string): Field | null {
  let value = '';
  let start = from + 1;
  for (;;) {
    const quote = text.indexOf('"', start);
    if (quote < 0) return null;
    const next = text[quote + 1];
    value += text.slice(start, quote);
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') return { value, end: quote + 1 };
    // doubled, or a bare one that its writer forgot to double
    value += '"';
    start = next === '"' ? quote + 2 : quote + 1;
  }
}

/** `="007"` is how programs keep Excel from making a number of text. */
const cellOf = (field: string): SeenCell | undefined => {
  const text = /^="(.*)"$/s.exec(field.trim())?.[1] ?? field;
  return text === '' ? undefined : { kind: 'text', text };
};
