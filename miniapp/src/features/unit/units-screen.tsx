import { units } from '@jikaotong/shared/contract';
import { type ListRow, unitList } from '@jikaotong/shared/lists';
import { unitStateWord, unitTypeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../platform';
import { Cell, Group, Tag } from '../../ui';
import { ListView } from '../list';
import { useStaff } from '../staff';
import { UNIT_TONES } from './unit-tones';

type Row = ListRow<typeof unitList>;

const cardOf = ({ name, kind, code, contested, state, phone }: Row) => ({
  title: name,
  note: (
    <>
      <View>{[unitTypeWord(kind), code ?? '没有代码'].join(' · ')}</View>
      <View>
        联系电话 {phone ?? '没有'}
        {contested ? '　代码与另一单位相同' : ''}
      </View>
    </>
  ),
  value: <Tag text={unitStateWord(state)} tone={UNIT_TONES[state]} />,
});

/** The units registered with a body. */
export function UnitsScreen({ bodyId }: { bodyId: string }) {
  const { may } = useStaff();
  return (
    <ListView
      list={unitList}
      id={bodyId}
      unit="个单位"
      about="登记后才能集体报名。可以按名称、信用代码、联系人或经办人的手机号查找。"
      empty={{ title: '还没有单位登记', text: '有单位登记后会出现在这里。' }}
      notice={
        may(units.enterUnit) ? (
          <Group>
            <Cell
              id="enter-unit"
              title="录入来件单位"
              note="邮件或来函报名、还没有登记的单位"
              onTap={() => open('/packages/unit/enter/index', { body: bodyId })}
            />
          </Group>
        ) : null
      }
      card={cardOf}
      tones={{ state: UNIT_TONES }}
      elementId={({ id }) => `unit-${id}`}
      onOpen={({ id }) => open('/packages/unit/judge/index', { id })}
    />
  );
}
