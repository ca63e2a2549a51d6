import type { SheetItem } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { Cell, Group, Tag } from '../../ui';
import { changeWords, rowTitle, verdictTag } from './judged-words';

export type JudgedRowsProps = {
  items: readonly SheetItem[];
  /** What the columns are called, in the order of the sheet. */
  columns: readonly string[];
};

/** Judged rows on a phone, one below the other. */
export const JudgedCells = ({ items }: JudgedRowsProps) => (
  <Group>
    {items.map((item) => (
      <JudgedCell key={item.id} item={item} />
    ))}
  </Group>
);

function JudgedCell({ item }: { item: SheetItem }) {
  const tag = verdictTag(item);
  const changes = item.changes.map((change) => ({
    column: change.column,
    text: `${change.column}：${changeWords(item.kind, change)}`,
  }));
  return (
    <Cell
      id={`sheet-row-${item.row ?? 'none'}`}
      title={rowTitle(item)}
      note={
        <>
          {item.verdict?.words.map((word) => (
            <View key={word}>{word}</View>
          ))}
          {item.kind === 'added' ? (
            <View>{changes.map(({ text }) => text).join('；')}</View>
          ) : (
            changes.map(({ column, text }) => <View key={column}>{text}</View>)
          )}
        </>
      }
      value={tag ? <Tag {...tag} /> : undefined}
    />
  );
}
