import { type List, readFilterValue } from '@jikaotong/shared/lists';
import { useState } from 'react';
import { keepInAddress, usePageParams } from '../../platform';

/** The filters that are set and the sort, each as its text: as in the query and in the address of the page. */
export type Asked = Readonly<Record<string, string>>;

export type ListState = {
  readonly asked: Asked;
  /** Sets what is given; null takes a filter away. */
  readonly ask: (change: Readonly<Record<string, string | null>>) => void;
};

/** What a list shows, begun from the address of the page, or as the screen says where that asks for nothing, and kept there. */
export function useListState(list: List, begin: Asked = {}): ListState {
  const params = usePageParams();
  const [asked, setAsked] = useState<Asked>(() => {
    const given = soundIn(list, params);
    return Object.keys(filtersIn(given)).length > 0 ? given : { ...soundIn(list, begin), ...given };
  });
  const ask: ListState['ask'] = (change) => {
    const next = soundIn(list, { ...asked, ...change });
    // what the list does not understand changes nothing, and must not be asked for again and again
    if (JSON.stringify(next) === JSON.stringify(asked)) return;
    setAsked(next);
    const others = Object.entries(params).filter(([name]) => !isOurs(list, name));
    keepInAddress({ ...textsIn(Object.fromEntries(others)), ...next });
  };
  return { asked, ask };
}

/** The filters alone, without the sort. */
export const filtersIn = (asked: Asked): Asked =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'sort'));

const isOurs = (list: List, name: string): boolean => name === 'sort' || Object.hasOwn(list.filters, name);

/** What of an address the list understands: an old link with a code that is gone opens without it. */
export function soundIn(list: List, given: Readonly<Record<string, string | null | undefined>>): Asked {
  const sound = Object.entries(textsIn(given)).filter(([name, text]) => {
    if (name === 'sort') return list.order.by.includes(text.replace(/^-/, ''));
    const filter = Object.hasOwn(list.filters, name) ? list.filters[name] : undefined;
    return filter !== undefined && readFilterValue(list.columns, filter, text) !== null;
  });
  return Object.fromEntries(sound);
}

const textsIn = (given: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, text]) => (typeof text === 'string' && text !== '' ? [[name, text]] : [])),
  );
