import type { ColumnKind, List } from '@jikaotong/shared/lists';
import { listColumnWord } from '@jikaotong/shared/words';
import { Choices, Sheet } from '../../ui';
import type { ListState } from './use-list-state';

type Props = { list: List; state: ListState; onClose: () => void };

/** In which order the rows of a list on the phone come: the orders that the list offers, each both ways. */
export function SortSheet({ list, state: { asked, ask }, onClose }: Props) {
  const options = list.order.by.flatMap((column) => {
    const title = listColumnWord(list.name, column);
    const [up, down] = WAYS[list.columns[column]?.kind ?? 'text'];
    return [
      { key: column, text: `${title}，${up}` },
      { key: `-${column}`, text: `${title}，${down}` },
    ];
  });
  const choose = (sort: string) => {
    ask({ sort });
    onClose();
  };
  return (
    <Sheet title="排序" onClose={onClose}>
      <Choices label="按什么排" options={options} value={asked['sort'] ?? list.order.first} onChoose={choose} />
    </Sheet>
  );
}

const TEXT = ['正序', '倒序'] as const;
const TIME = ['早的在前', '晚的在前'] as const;
const SIZE = ['小的在前', '大的在前'] as const;
const WAYS: Readonly<Record<ColumnKind, readonly [up: string, down: string]>> = {
  text: TEXT,
  number: SIZE,
  day: TIME,
  instant: TIME,
  fen: SIZE,
  mark: SIZE,
  code: TEXT,
  named: TEXT,
  codes: TEXT,
  flag: TEXT,
  data: TEXT,
  sealed: TEXT,
  picture: TEXT,
};
