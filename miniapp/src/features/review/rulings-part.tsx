import type { ReviewView } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { Cell, Group } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';

/** What was decided for all of the session about words that this application says. */
export function RulingsPart({ rulings }: Pick<ReviewView, 'rulings'>) {
  const today = useToday();
  if (rulings.length === 0) return null;
  return (
    <Group title="本批次的认定">
      {rulings.map(({ id, word, counts, reason, by, at }) => (
        <Cell
          key={id}
          title={`“${word}”${counts ? '算相关' : '不算相关'}`}
          note={
            <View>
              {reason}（{by} {momentWords(at, today)}）
            </View>
          }
        />
      ))}
    </Group>
  );
}
