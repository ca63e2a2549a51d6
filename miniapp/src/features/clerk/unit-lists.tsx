import { rosterCounters } from '@jikaotong/shared/contract';
import { open, useAnswer } from '../../platform';
import { Cell, Group } from '../../ui';

/** Units that come to the counter with a list; those that are through last. */
export function UnitLists() {
  const answer = useAnswer(rosterCounters.listRosterCounters, {});
  const items = answer.state === 'ready' ? answer.data.items : [];
  if (items.length === 0) return null;
  const left = ({ listed, confirmed }: (typeof items)[number]) => listed - confirmed;
  return (
    <Group title="单位现场报名单">
      {[...items.filter((item) => left(item) > 0), ...items.filter((item) => left(item) === 0)].map((item) => (
        <Cell
          key={item.rosterId}
          id={`unit-list-${item.rosterId}`}
          title={item.unitName}
          note={`${item.sessionName} · 名单 ${item.listed} 人`}
          value={left(item) === 0 ? '都已受理' : `${left(item)} 人没办`}
          onTap={() => open('/packages/unit/counter/index', { code: item.code })}
        />
      ))}
    </Group>
  );
}
