import { type LocalDate, addDays, addMonths, localDate } from '../../kernel';

const FORM = /(\d{4})年(\d{1,2})月(上旬|中旬|下旬)?/u;

/** The days that printed words such as 2025年7月下旬 may mean, both included; null where they name no year and month. */
export function printedDays(text: string): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const parts = FORM.exec(text.replace(/\s+/gu, ''));
  const month = Number(parts?.[2]);
  if (!parts?.[1] || month < 1 || month > 12) return null;
  const first = localDate(`${parts[1]}-${String(month).padStart(2, '0')}-01`);
  const last = addDays(addMonths(first, 1), -1);
  switch (parts[3]) {
    case '上旬':
      return { from: first, to: addDays(first, 9) };
    case '中旬':
      return { from: addDays(first, 10), to: addDays(first, 19) };
    case '下旬':
      return { from: addDays(first, 20), to: last };
    default:
      return { from: first, to: last };
  }
}
