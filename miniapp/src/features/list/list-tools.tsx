import type { List, Tally } from '@jikaotong/shared/lists';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { BigButton, SearchField, Sheet, TextButton } from '../../ui';
import { CodeChecks } from './code-checks';
import { DaysFields } from './days-fields';
import { filterTitle, searchHint } from './filter-words';
import type { ListState } from './use-list-state';
import './list.scss';

type Props = { list: List; state: ListState; tally: Tally | null };

/** The name of the filter that searches by words; null where a list has none. */
export const searchOf = (list: List): string | null =>
  Object.entries(list.filters).find(([, { by }]) => by === 'words')?.[0] ?? null;

/** Searching a list as one types, a breath after the last key. */
export function useSearch(list: List, { asked, ask }: ListState) {
  const name = searchOf(list) ?? '';
  const [typed, setTyped] = useState(asked[name] ?? '');
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === (asked[name] ?? '')) return;
    const timer = setTimeout(() => ask({ [name]: wanted || null }), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  });
  return { typed, setTyped };
}
const SEARCH_AFTER_MS = 300;

/** The search of a list on the phone. */
export function ListSearch({ list, state }: Pick<Props, 'list' | 'state'>) {
  const name = searchOf(list);
  const { typed, setTyped } = useSearch(list, state);
  if (name === null) return null;
  return (
    <>
      <SearchField
        id="list-search"
        label={`搜索${filterTitle(list, name)}`}
        maxlength={80}
        value={typed}
        onChange={setTyped}
      />
      {searchHint(list, name) === '' ? null : <View className="list-hint">{searchHint(list, name)}</View>}
    </>
  );
}

/** All other filters of a list, in a sheet. */
export function FilterSheet({ list, state, tally, onClose, unit }: Props & { onClose: () => void; unit: string }) {
  const names = Object.entries(list.filters).filter(([, { by }]) => by === 'codes' || by === 'values' || by === 'days');
  const clear = () => state.ask(Object.fromEntries(names.map(([name]) => [name, null])));
  return (
    <Sheet
      title="筛选"
      onClose={onClose}
      action={<BigButton id="filter-done" text={tally ? `查看 ${tally.total} ${unit}` : '查看'} onTap={onClose} />}
    >
      {names.map(([name, { by }]) => (
        <View key={name} className="list-filter">
          {by === 'days' ? null : <View className="list-filter__title">{filterTitle(list, name)}</View>}
          {by !== 'days' ? (
            <CodeChecks list={list} name={name} state={state} tally={tally} />
          ) : (
            <DaysFields list={list} name={name} state={state} />
          )}
        </View>
      ))}
      <TextButton id="filter-clear" text="清空筛选" onTap={clear} />
    </Sheet>
  );
}
