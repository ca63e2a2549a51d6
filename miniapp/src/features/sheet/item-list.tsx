import type { SheetEndpoints, SheetItem } from '@jikaotong/shared/contract';
import { cellProblemSentence } from '@jikaotong/shared/words';
import { call, usePages } from '../../platform';
import { Cell, Group, Loaded, TextButton } from '../../ui';

type Props = {
  endpoints: SheetEndpoints;
  params: { id: string; importId: string };
  only: SheetItem['kind'] | 'refused';
  title: string;
};

/** The first of what a sheet says of one kind, and more at a tap. */
export function ItemList({ endpoints, params, only, title }: Props) {
  const answer = usePages([endpoints.items.name, params.importId, only], (cursor) =>
    call(endpoints.items, { params, query: { cursor, limit: 20, only } }),
  );
  return (
    <Loaded answer={answer}>
      {(list) => (
        <Group
          title={title}
          foot={list.more ? <TextButton id={`more-${only}`} text="显示更多" onTap={list.more} /> : null}
        >
          {list.items.map((item) => (
            <Cell key={item.id} title={titleOf(item)} note={noteOf(item)} />
          ))}
        </Group>
      )}
    </Loaded>
  );
}

function titleOf({ kind, cell, row, column, label }: SheetItem): string {
  if (kind !== 'problem') return row === null ? label : `${label}　第 ${row} 行`;
  const whom = label === '' ? '' : `　${label}`;
  if (cell !== null) return `${cell}　${column ?? ''}${whom}`;
  if (row === null) return '整个文件';
  return `第 ${row} 行${column ? `　${column}` : ''}${whom}`;
}

function noteOf({ code, value, changes }: SheetItem): string {
  const said = changes.map(({ column, from, to }) =>
    from === null ? `${column}：${to ?? '未填'}` : `${column}：${from} → ${to ?? '（空）'}`,
  );
  return [...(code === null ? [] : [cellProblemSentence(code, { value })]), ...said].join('；');
}
