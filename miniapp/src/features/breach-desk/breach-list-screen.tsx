import { type ListRow, breachList } from '@jikaotong/shared/lists';
import { breachSourceWord, breachStateWord } from '@jikaotong/shared/words';
import { open } from '../../platform';
import { Tag } from '../../ui';
import { BREACH_TONES } from '../breach';
import { ListView } from '../list';

type Row = ListRow<typeof breachList>;

const cardOf = ({ name, session, source, state }: Row) => ({
  title: name ?? '',
  note: `${session} · ${breachSourceWord(source)}`,
  value: <Tag text={breachStateWord(state)} tone={BREACH_TONES[state]} />,
});

/** The breaches of conduct that a body deals with. */
export function BreachListScreen({ bodyId }: { bodyId: string }) {
  return (
    <ListView
      list={breachList}
      id={bodyId}
      unit="件"
      about="登记：在批次的“考生总名单”里点这位考生，再点“登记违纪”。告知、听取申辩以后，由一人提出意见、另一人决定。通知没有印违纪怎样处理的，先在“违纪处理办法”里采用一份，才能立案。"
      empty={{ title: '还没有违纪记录', text: '登记后会出现在这里。' }}
      card={cardOf}
      action={{
        id: 'go-conduct-rules',
        text: '违纪处理办法',
        onTap: () => open('/packages/conduct/rules/index', { body: bodyId }),
      }}
      tones={{ state: BREACH_TONES }}
      elementId={({ id }) => `breach-${id}`}
      onOpen={({ id }) => open('/packages/conduct/breach/index', { id })}
    />
  );
}
