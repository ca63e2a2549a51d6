import { type List, readFilterValue } from '@jikaotong/shared/lists';
import { DayField } from '../../ui';
import { filterTitle } from './filter-words';
import type { ListState } from './use-list-state';

type Props = { list: List; name: string; state: ListState };

/** The first and the last day of a filter. */
export function DaysFields({ list, name, state: { asked, ask } }: Props) {
  const filter = list.filters[name];
  const wish = filter && asked[name] !== undefined ? readFilterValue(list.columns, filter, asked[name]) : null;
  const { from, to } = wish?.by === 'days' ? wish : { from: null, to: null };
  const set = (first: string | null, last: string | null) =>
    ask({ [name]: first === null && last === null ? null : `${first ?? ''}..${last ?? ''}` });
  const title = filterTitle(list, name);
  return (
    <>
      <DayField id={`filter-${name}-from`} label={`${title} 从`} value={from} onChange={(day) => set(day, to)} />
      <DayField id={`filter-${name}-to`} label={`${title} 到`} value={to} onChange={(day) => set(from, day)} />
    </>
  );
}
