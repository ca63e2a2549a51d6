import { type Result, failed, ok, parseLocalDate, sameText, tidyLine } from '@jikaotong/shared/kernel';
import type { Column, SheetProblemCode } from '../column';
import { type SeenCell, seenText } from './tab';

/** Excel keeps 15 digits: a longer number typed as one has lost its end. */
const EXACT = 1e15;

/** What a cell says in its column, as text; '' for nothing. */
export function cellValue(column: Column<string>, cell: SeenCell | undefined): Result<string, SheetProblemCode> {
  if (cell?.kind === 'error') return failed('cell-error');
  if (cell?.kind === 'unsaved') return failed('formula-unsaved');
  const text = cell?.kind === 'number' ? numberText(column, cell) : ok(plainText(seenText(cell)));
  if (!text.ok) return text;
  const value = text.value;
  if (value === '') return column.required ? failed('value-missing') : ok('');
  if (column.onlyChoices) {
    const choice = column.choices?.find((offered) => sameText(offered) === sameText(value));
    return choice === undefined ? failed('not-a-choice') : ok(choice);
  }
  if (column.kind === 'number') return ok(tidyLine(value.normalize('NFKC')));
  // a text file saved by Excel after it made a number of it
  if (column.kind === 'text') return /^\d(\.\d+)?E\+\d{2}$/i.test(value) ? failed('digits-lost') : ok(value);
  const day = dayText(value);
  return day === null ? failed('not-a-day') : ok(day);
}

/** An apostrophe in front of a number makes text of it in Excel and comes along in other programs. */
const plainText = (text: string): string => text.replace(/^['’‘＇](?=[0-9０-９A-Za-z])/, '').trim();

function numberText(
  column: Column<string>,
  { value, shown, day }: Extract<SeenCell, { kind: 'number' }>,
): Result<string, SheetProblemCode> {
  if (!Number.isFinite(value)) return failed('cell-error');
  if (column.kind === 'day') return ok(day ?? String(value));
  if (column.kind === 'text') {
    if (day !== null) return ok(day);
    if (Math.abs(value) >= EXACT) return failed('digits-lost');
    // a number format such as 0000000 shows zeros in front that the number has not
    return ok(/^\d+$/.test(shown) && Number(shown) === value ? shown : exact(value));
  }
  const looks = Number(tidyLine(shown).replaceAll(/(?<=\d),(?=\d{3})/g, ''));
  const isAsShown = day === null && (looks === Number(exact(value)) || isGeneral(shown, value));
  return isAsShown ? ok(exact(value)) : failed('shown-otherwise');
}

const exact = (value: number): string => String(Number(value.toPrecision(15)));

/** Without a format Excel shows eleven digits. */
const isGeneral = (shown: string, value: number): boolean => Number(shown) === Number(value.toPrecision(10));

/** `2026-12-12` from what people write: 2026/12/12, 2026.12.12, 20261212, 2026年12月12日; null for anything else. */
export function dayText(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(sameText(text));
  if (!parts) return null;
  const day = `${parts[1]}-${(parts[2] ?? parts[4] ?? '').padStart(2, '0')}-${(parts[3] ?? parts[5] ?? '').padStart(2, '0')}`;
  return parseLocalDate(day).ok ? day : null;
}
