import { type Result, failed, ok, parseLocalDate } from '@jikaotong/shared/kernel';
import type { CellValue } from 'exceljs';

type CellRefusal = 'cell-error' | 'digits-lost';

/** What a cell shows, as trimmed text: a formula by its stored value, a date as `YYYY-MM-DD`, nothing as ''. */
export function cellText(value: CellValue): Result<string, CellRefusal> {
  if (value === null || value === undefined) return ok('');
  if (typeof value === 'string') return ok(value.trim());
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return ok(value ? 'TRUE' : 'FALSE');
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? failed('cell-error') : ok(value.toISOString().slice(0, 10));
  if ('richText' in value)
    return ok(
      value.richText
        .map((part) => part.text)
        .join('')
        .trim(),
    );
  if ('hyperlink' in value) return ok(String(value.text).trim());
  if ('error' in value) return failed('cell-error');
  return value.result === undefined ? failed('cell-error') : cellText(value.result);
}

/** Excel keeps 15 digits: a longer number typed as one has lost its end. */
function numberText(value: number): Result<string, CellRefusal> {
  if (!Number.isFinite(value)) return failed('cell-error');
  if (Math.abs(value) >= 1e15) return failed('digits-lost');
  return ok(String(Number(value.toPrecision(15))));
}

/** `2026-12-12` from what people write: 2026/12/12, 2026.12.12, 20261212, 2026年12月12日; null for anything else. */
export function dayText(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(
    text.normalize('NFKC').replace(/\s/g, ''),
  );
  if (!parts) return null;
  const day = `${parts[1]}-${(parts[2] ?? parts[4] ?? '').padStart(2, '0')}-${(parts[3] ?? parts[5] ?? '').padStart(2, '0')}`;
  return parseLocalDate(day).ok ? day : null;
}

/** A header as it is compared: white space and width aside. */
export const headerText = (value: CellValue): string => {
  const text = cellText(value);
  return text.ok ? text.value.normalize('NFKC').replace(/\s/g, '') : '';
};
