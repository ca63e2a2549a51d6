import type { Column } from './column';

/** Every column's value, '' where there is none. */
export function recordOf<K extends string>(
  columns: readonly Column<K>[],
  valueOf: (key: K) => string | undefined,
): Record<K, string> {
  const record: Partial<Record<K, string>> = {};
  for (const { key } of columns) record[key] = valueOf(key) ?? '';
  if (!isWhole(columns, record)) throw new Error('a column without a value');
  return record;
}

const isWhole = <K extends string>(
  columns: readonly Column<K>[],
  record: Partial<Record<K, string>>,
): record is Record<K, string> => columns.every(({ key }) => record[key] !== undefined);
