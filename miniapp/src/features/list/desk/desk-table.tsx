import type { Columns, Row } from '@jikaotong/shared/lists';
import { listColumnWord } from '@jikaotong/shared/words';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useOnShow } from '../../../platform';
import { emptyWords } from '../empty-words';
import type { ListProps } from '../list-props';
import type { useChoice } from '../use-choice';
import type { Rows } from '../use-list';
import type { ListState } from '../use-list-state';
import { DeskRow } from './desk-row';
import { gridOf } from './grid-of';
import { takeFocus } from './take-focus';
import { movedBy } from './moved-by';

type Props = Omit<ListProps, 'onOpen'> & {
  onOpen: ((row: Row<Columns>) => void) | undefined;
  keys: readonly string[];
  rows: (Rows & { state: 'ready' })['data'];
  total: number;
  state: ListState;
  /** Null where nothing can be done with several. */
  chosen: ReturnType<typeof useChoice> | null;
};

const ROW_HEIGHT = 44;
/** So near the last row that is there, the next page is asked for. */
const AHEAD = 60;

/**
 * The rows under a head that stays; the keyboard walks them: arrows, Home, End, Enter opens, space chooses, and with the
 * shift key all rows on the way.
 */
export function DeskTable(props: Props) {
  const { list, keys, rows, total, state, chosen, onOpen } = props;
  const { items, more, busy, isBehind } = rows;
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 12,
    // the head stands above the first row, and stays
    scrollMargin: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !busy && last >= items.length - AHEAD) more();
  });
  const question = JSON.stringify(state.asked);
  useEffect(() => {
    setActive(0);
    scroll.current?.scrollTo({ top: 0 });
  }, [question]);

  // the keys answer at once, on opening the page and on coming back to it
  const isThere = items.length > 0;
  useEffect(() => (isThere ? takeFocus(() => scroll.current) : undefined), [isThere]);
  useOnShow(() => void takeFocus(() => scroll.current));

  // a row leaves the page when it scrolls out of sight, and takes the keyboard along if it holds it: the table holds it
  const point = (index: number) => {
    setActive(index);
    scroll.current?.focus({ preventScroll: true });
  };
  const chooseTo = (to: number, isIn: boolean) =>
    chosen?.put(
      items.slice(Math.min(active, to), Math.max(active, to) + 1).map(({ id }) => id),
      isIn,
    );
  const walk = (to: number, isChoosing: boolean) => {
    const next = Math.max(0, Math.min(items.length - 1, to));
    if (isChoosing) chooseTo(next, true);
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const choose = (index: number, isFar: boolean) => {
    const row = items[index];
    if (!row || !chosen) return;
    if (isFar) chooseTo(index, !chosen.has(row.id));
    else chosen.toggle(row.id);
    point(index);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const row = items[active];
    // the heads of the columns and the box that chooses all answer for themselves
    if (isOfHead(event.target) && (event.key === ' ' || event.key === 'Enter')) return;
    const step = movedBy(event.key, Math.floor((scroll.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    if (step !== null) walk(step === 'first' ? 0 : step === 'last' ? items.length - 1 : active + step, event.shiftKey);
    else if (event.key === 'Escape') chosen?.none();
    else if (event.key === 'Enter' && row) onOpen?.(row);
    else if (event.key === ' ' && row && chosen) chosen.toggle(row.id);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && chosen) chosen.all();
    else return;
    event.preventDefault();
  };
  const grid = gridOf(list.columns, keys, chosen !== null);
  const activeRow = items[active];
  if (items.length === 0)
    return (
      <div className="desk__none">
        {emptyWords(props, state.asked).title}。{emptyWords(props, state.asked).text}
      </div>
    );
  return (
    <>
      <div
        ref={scroll}
        id="desk-table"
        className={isBehind ? 'desk__table desk__table--behind' : 'desk__table'}
        role="grid"
        tabIndex={0}
        aria-rowcount={total + 1}
        aria-colcount={keys.length}
        aria-busy={isBehind || busy}
        aria-multiselectable={chosen !== null}
        aria-activedescendant={activeRow ? `row-${activeRow.id}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div className="desk-row desk-row--head" role="row" aria-rowindex={1} style={grid}>
          {chosen ? <AllBox chosen={chosen} total={total} unit={props.unit} /> : null}
          {keys.map((key) => (
            <ColumnHead
              key={key}
              name={list.name}
              column={key}
              canSort={list.order.by.includes(key)}
              state={state}
              first={list.order.first}
            />
          ))}
        </div>
        <div
          className="desk__rows"
          role="presentation"
          style={{ height: virtual.getTotalSize(), minWidth: grid.minWidth }}
        >
          {shown.map(({ index, start }) => {
            const row: Row<Columns> | undefined = items[index];
            return row ? (
              <DeskRow
                key={row.id}
                {...props}
                row={row}
                index={index}
                top={start - ROW_HEIGHT}
                grid={grid}
                isActive={index === active}
                isChosen={chosen?.has(row.id) ?? null}
                onChoose={(isFar) => choose(index, isFar)}
                onPoint={() => point(index)}
              />
            ) : null;
          })}
        </div>
      </div>
      <div className="desk__foot">
        <span>
          {busy
            ? '正在取下一页…'
            : `已取 ${items.length.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')} ${props.unit}`}
        </span>
        <span className="desk__keys">
          ↑ ↓ 移动{onOpen ? '　回车 打开' : ''}
          {chosen ? '　空格 选择　Shift 连选　Ctrl+A 全选' : ''}　/ 搜索
        </span>
      </div>
    </>
  );
}

const isOfHead = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.desk-row--head') !== null;

type AllProps = { chosen: NonNullable<Props['chosen']>; total: number; unit: string };

/** Chooses all that the filters show, also what is not loaded; ticked in part where some are. */
function AllBox({ chosen, total, unit }: AllProps) {
  const isAll = total > 0 && chosen.count === total;
  const label = isAll ? '取消选择' : `选择筛选出的全部 ${total} ${unit}`;
  return (
    <span role="columnheader" className="desk-row__box">
      <input
        type="checkbox"
        className="desk-tick"
        id="choose-shown"
        aria-label={label}
        title={label}
        checked={isAll}
        disabled={total === 0}
        ref={(box) => {
          if (box) box.indeterminate = !isAll && chosen.count > 0;
        }}
        onChange={isAll ? chosen.none : chosen.all}
      />
    </span>
  );
}

type HeadProps = { name: string; column: string; canSort: boolean; state: ListState; first: string };

function ColumnHead({ name, column, canSort, state: { asked, ask }, first }: HeadProps) {
  const title = listColumnWord(name, column);
  const sort = asked['sort'] ?? first;
  const direction = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
  if (!canSort) return <span role="columnheader">{title}</span>;
  return (
    <span role="columnheader" aria-sort={direction}>
      <button
        type="button"
        id={`sort-${column}`}
        className={`desk-sort desk-sort--${direction}`}
        onClick={() => ask({ sort: direction === 'ascending' ? `-${column}` : column })}
      >
        {title}
        <span className="desk-sort__mark" aria-hidden="true">
          {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : ''}
        </span>
      </button>
    </span>
  );
}
