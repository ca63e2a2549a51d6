import { type Columns, type List, type Row, readFilterValue } from '@jikaotong/shared/lists';
import { listCellText } from '@jikaotong/shared/words';
import { type Asked, filtersIn } from './use-list-state';

/** The filters that name the rows of a question which an act leaves to be looked at; null: it leaves none of them. */
export function asideAsked({ acts }: List, act: string, asked: Asked): Asked | null {
  const aside = acts[act]?.aside;
  if (!aside) return null;
  const both: Record<string, string> = { ...filtersIn(asked) };
  for (const [name, text] of Object.entries(aside)) {
    const set = both[name]?.split(',');
    const left = set ? text.split(',').filter((code) => set.includes(code)) : text.split(',');
    if (left.length === 0) return null;
    both[name] = left.join(',');
  }
  return both;
}

/** Whether an act leaves a row to be looked at. */
export function isAside({ acts, filters, columns }: List, act: string, row: Row<Columns>): boolean {
  const aside = acts[act]?.aside;
  if (!aside) return false;
  return Object.entries(aside).every(([name, text]) => {
    const filter = filters[name];
    const wish = filter && readFilterValue(columns, filter, text);
    return filter?.by === 'codes' && wish?.by === 'codes' && wish.codes.some((code) => held(row[filter.column], code));
  });
}

const held = (value: unknown, code: string): boolean => (Array.isArray(value) ? value.includes(code) : value === code);

/** Why it is left: what its cells say that the act looks at. */
export const asideWords = (list: List, act: string, row: Row<Columns>): string =>
  Object.keys(list.acts[act]?.aside ?? {})
    .flatMap((name) => {
      const filter = list.filters[name];
      return filter?.by === 'codes' ? [listCellText(list, filter.column, row[filter.column])] : [];
    })
    .join('、');
