import { type ListRow, banList } from '@jikaotong/shared/lists';
import { banStateWord, fullDayWords } from '@jikaotong/shared/words';
import { open } from '../../platform';
import { Tag } from '../../ui';
import { ListView } from '../list';
import { BAN_TONES } from './ban-tones';

type Row = ListRow<typeof banList>;

const cardOf = ({ name, fromDay, untilDay, state }: Row) => ({
  title: name,
  note: `${fullDayWords(fromDay)}到${fullDayWords(untilDay)}`,
  value: <Tag text={banStateWord(state)} tone={BAN_TONES[state]} />,
});

/** Whom a body keeps away, and until when. */
export function BanListScreen({ bodyId }: { bodyId: string }) {
  return (
    <ListView
      list={banList}
      id={bodyId}
      unit="人"
      about="违纪处理决定生效后自动列入，到期自动恢复。提前解除要由一人提出、另一人同意。"
      empty={{ title: '没有不得参加评价的人', text: '违纪处理决定生效后会出现在这里。' }}
      card={cardOf}
      tones={{ state: BAN_TONES }}
      elementId={({ id }) => `ban-${id}`}
      onOpen={({ id }) => open('/packages/conduct/ban/index', { id })}
    />
  );
}
