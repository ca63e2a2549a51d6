import type { List, Tally } from '@jikaotong/shared/lists';
import { Text, View } from '@tarojs/components';
import { Tappable } from '../../ui';
import { filterWords } from './filter-words';
import { type ListState, filtersIn } from './use-list-state';
import './list.scss';

type Props = { list: List; state: ListState; tally: Tally | null };

/** The filters that are set, each to be taken away by itself. */
export function AskedChips({ list, state: { asked, ask }, tally }: Props) {
  const set = Object.entries(filtersIn(asked)).filter(([name]) => list.filters[name]?.by !== 'words');
  if (set.length === 0) return null;
  return (
    <View className="list-asked">
      {set.map(([name, text]) => (
        <Tappable
          key={name}
          id={`asked-${name}`}
          className="list-asked__chip"
          label={`去掉筛选 ${filterWords(list, name, text, tally)}`}
          onTap={() => ask({ [name]: null })}
        >
          <Text>{filterWords(list, name, text, tally)}</Text>
          <Text className="list-asked__off">×</Text>
        </Tappable>
      ))}
    </View>
  );
}
