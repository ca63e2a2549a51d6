import { type List, type Tally, readFilterValue } from '@jikaotong/shared/lists';
import { useEffect, useRef } from 'react';
import { filterTitle, optionsOf, searchHint } from '../filter-words';
import { searchOf, useSearch } from '../list-tools';
import { type ListState, filtersIn } from '../use-list-state';
import { Menu } from './menu';

type Props = { list: List; state: ListState; tally: Tally | null };

/** Search and filters in a row above the table; / goes to the search. */
export function DeskFilters({ list, state, tally }: Props) {
  const { asked, ask } = state;
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener('keydown', find);
    return () => document.removeEventListener('keydown', find);
  }, []);
  const { typed, setTyped } = useSearch(list, state);
  const word = searchOf(list);
  const hint = word === null ? '' : searchHint(list, word);
  const isNarrowed = Object.keys(filtersIn(asked)).length > 0;
  const clear = () => {
    setTyped('');
    ask(Object.fromEntries(Object.keys(list.filters).map((name) => [name, null])));
  };
  return (
    <div className="desk__filters" role="search">
      {word === null ? null : (
        <input
          id="list-search"
          ref={search}
          className="desk-search"
          type="search"
          maxLength={80}
          value={typed}
          placeholder={`搜索${filterTitle(list, word)}`}
          aria-label={`搜索${filterTitle(list, word)}`}
          aria-describedby={hint === '' ? undefined : 'search-hint'}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {Object.entries(list.filters).map(([name, { by }]) =>
        by === 'codes' || by === 'values' || by === 'days' ? (
          <Menu key={name} id={`filter-${name}`} text={filterTitle(list, name)} isOn={asked[name] !== undefined}>
            {by !== 'days' ? (
              <Codes list={list} name={name} state={state} tally={tally} />
            ) : (
              <Days list={list} name={name} state={state} />
            )}
          </Menu>
        ) : null,
      )}
      {isNarrowed ? (
        <button type="button" id="filter-clear" className="desk-link" onClick={clear}>
          清空
        </button>
      ) : null}
      {hint === '' ? null : (
        <div id="search-hint" className="desk__hint">
          {hint}
        </div>
      )}
    </div>
  );
}

type OneProps = { list: List; name: string; state: ListState };

function Codes({ list, name, state: { asked, ask }, tally }: OneProps & { tally: Tally | null }) {
  const on = asked[name]?.split(',') ?? [];
  const options = optionsOf(list, name, on, tally);
  if (options.length === 0) return <div className="desk-menu__none">没有可选的</div>;
  const flip = (code: string) =>
    ask({ [name]: (on.includes(code) ? on.filter((one) => one !== code) : [...on, code]).join(',') });
  return (
    <>
      {options.map(({ code, name: called, count }) => (
        <label key={code} className="desk-check" id={`filter-${name}-${code}`}>
          <input type="checkbox" className="desk-tick" checked={on.includes(code)} onChange={() => flip(code)} />
          <span className="desk-check__text">{called}</span>
          {count === null ? null : <span className="desk-check__count">{count.toLocaleString('zh-CN')}</span>}
        </label>
      ))}
    </>
  );
}

function Days({ list, name, state: { asked, ask } }: OneProps) {
  const filter = list.filters[name];
  const text = asked[name];
  const wish = filter && text !== undefined ? readFilterValue(list.columns, filter, text) : null;
  const { from, to } = wish?.by === 'days' ? wish : { from: null, to: null };
  const set = (first: string, last: string) => ask({ [name]: first || last ? `${first}..${last}` : null });
  return (
    <>
      <label className="desk-day">
        从
        <input
          type="date"
          className="desk-day__input"
          id={`filter-${name}-from`}
          value={from ?? ''}
          max={to ?? undefined}
          onChange={(event) => set(event.target.value, to ?? '')}
        />
      </label>
      <label className="desk-day">
        到
        <input
          type="date"
          className="desk-day__input"
          id={`filter-${name}-to`}
          value={to ?? ''}
          min={from ?? undefined}
          onChange={(event) => set(from ?? '', event.target.value)}
        />
      </label>
    </>
  );
}
