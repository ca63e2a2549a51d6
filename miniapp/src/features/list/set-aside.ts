import { type Columns, type List, type Row, readFilterValue } from '@jikaotong/shared/lists';
import { listCellText } from '@jikaotong/shared/words';
import { type Asked, filtersIn } from './use-list-state';

/** The filters that name the rows of a question to which an act can be done; null: to none of them. */
export const fitAsked = ({ acts }: List, act: string, asked: Asked): Asked | null =>
  narrowed(filtersIn(asked), acts[act]?.of ?? {});

/** The filters that name the rows of a question which an act leaves to be looked at; null: it leaves none of them. */
export function asideAsked(list: List, act: string, asked: Asked): Asked | null {
  const aside = list.acts[act]?.aside;
  const fit = aside && fitAsked(list, act, asked);
  return aside && fit ? narrowed(fit, aside) : null;
}

/** Both questions at once; null where they have nothing in common. */
function narrowed(asked: Asked, by: Readonly<Record<string, string>>): Asked | null {
  const both: Record<string, string> = { ...asked };
  for (const [name, text] of Object.entries(by)) {
    const set = both[name]?.split(',');
    const left = set ? text.split(',').filter((code) => set.includes(code)) : text.split(',');
    if (left.length === 0) return null;
    both[name] = left.join(',');
  }
  return both;
}

/** Whether an act leaves a row to be looked at. */
export function isAside(list: List, act: string, row: Row<Columns>): boolean {
  const aside = list.acts[act]?.aside;
  return aside !== undefined && matches(list, aside, row);
}

/** Whether an act can be done to a row at all, as far as its list says. */
export const isFit = (list: List, act: string, row: Row<Columns>): boolean =>
  matches(list, list.acts[act]?.of ?? {}, row);

const matches = ({ filters, columns }: List, by: Readonly<Record<string, string>>, row: Row<Columns>): boolean =>
  Object.entries(by).every(([name, text]) => {
    const filter = filters[name];
    const wish = filter && readFilterValue(columns, filter, text);
    return filter?.by === 'codes' && wish?.by === 'codes' && wish.codes.some((code) => held(row[filter.column], code));
  });

const held = (value: unknown, code: string): boolean => (Array.isArray(value) ? value.includes(code) : value === code);

/** Why it is left: what its cells say that the act looks at. */
export const asideWords = (list: List, act: string, row: Row<Columns>): string =>
  Object.keys(list.acts[act]?.aside ?? {})
    .flatMap((name) => {
      const filter = list.filters[name];
      return filter?.by === 'codes' ? [listCellText(list, filter.column, row[filter.column])] : [];
    })
    .join('、');
