import type { SheetItem } from '@jikaotong/shared/contract';
import { Tag } from '../../ui';
import type { JudgedRowsProps } from './judged-cells';
import { changeWords, verdictTag } from './judged-words';
import './judged-table.scss';

/**
 * Judged rows at a desk, a column for each of the sheet of which any row says something new. Number and name, and the head,
 * stay where they are while the rest is scrolled. Browser only.
 */
export function JudgedTable({ items, columns }: JudgedRowsProps) {
  const told = new Set(items.flatMap(({ changes }) => changes.map(({ column }) => column)));
  // a list from elsewhere calls its columns otherwise
  const shown = [...new Set([...columns.filter((column) => told.has(column)), ...told])];
  return (
    <div className="judged-table" id="judged-table" role="region" aria-label="表里的各行" tabIndex={0}>
      <div className="judged-table__rows" role="table">
        <div className="judged-table__row judged-table__row--head" role="row">
          {['行　姓名', '判定', '原因', ...shown].map((title) => (
            <span key={title} className="judged-table__cell" role="columnheader">
              {title}
            </span>
          ))}
        </div>
        {items.map((item) => (
          <TableRow key={item.id} item={item} shown={shown} />
        ))}
      </div>
    </div>
  );
}

function TableRow({ item, shown }: { item: SheetItem; shown: readonly string[] }) {
  const tag = verdictTag(item);
  return (
    <div className="judged-table__row" role="row" id={`sheet-row-${item.row ?? 'none'}`}>
      <span className="judged-table__cell judged-table__cell--name" role="rowheader">
        <span className="judged-table__number">{item.row ?? '—'}</span>
        {item.label}
      </span>
      <span className="judged-table__cell" role="cell">
        {tag ? <Tag {...tag} /> : null}
      </span>
      <span className="judged-table__cell judged-table__cell--words" role="cell">
        {item.verdict?.words.map((word) => (
          <span key={word} className="judged-table__word">
            {word}
          </span>
        ))}
      </span>
      {shown.map((column) => {
        const change = item.changes.find((one) => one.column === column);
        return (
          <span key={column} className="judged-table__cell" role="cell">
            {change ? changeWords(item.kind, change) : ''}
          </span>
        );
      })}
    </div>
  );
}
