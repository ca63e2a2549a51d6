import { cellProblemSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Group, TextButton, aria } from '../../ui';
import type { SheetProblem } from './problems-in';
import './score.scss';

const FIRST = 30;

/** Every cell that is wrong, where it stands in the sheet and what to write there. */
export function SheetProblems({ problems }: { problems: readonly SheetProblem[] }) {
  const [all, setAll] = useState(false);
  if (problems.length === 0) return null;
  const shown = all ? problems : problems.slice(0, FIRST);
  return (
    <View id="sheet-problems" {...aria({ role: 'alert' })}>
      <Group
        title={`表里有 ${problems.length} 处要改，没有导入任何成绩`}
        foot={
          shown.length < problems.length ? (
            <TextButton text={`看全部 ${problems.length} 处`} onTap={() => setAll(true)} />
          ) : null
        }
      >
        {shown.map(({ row, column, code, value }) => (
          <View key={`${row} ${column} ${code}`} className="problem">
            <View className="problem__where">
              第 {row} 行{column ? `　${column}` : ''}
            </View>
            <View>{cellProblemSentence(code, { value })}</View>
          </View>
        ))}
      </Group>
    </View>
  );
}
