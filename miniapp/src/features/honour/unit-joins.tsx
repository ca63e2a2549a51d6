import { type AwardBoardView, awards } from '@jikaotong/shared/contract';
import { confirm, useCommand } from '../../platform';
import { Cell, Group, RefusalMessage } from '../../ui';

type Unit = AwardBoardView['units'][number];

/** Written names that look like one unit: proposed, and joined only when staff say so. */
export function UnitJoins({ board: { noticeId, units } }: { board: AwardBoardView }) {
  const join = useCommand(awards.joinUnits);
  if (units.length === 0) return null;
  const params = { id: noticeId };
  const ask = async ({ names, joined }: Unit) => {
    const [most] = names;
    if (!most) return;
    if (joined) {
      const apart = await confirm({
        title: '分开这些名称？',
        text: `“${names.map(({ name }) => name).join('”“')}”不再算作“${joined.name}”。`,
        yes: '分开',
      });
      if (!apart) return;
      for (const { name, kind } of names)
        await join.run({ params, body: { names: [name], name, kind: kind ?? joined.kind } });
      return;
    }
    const sure = await confirm({
      title: '是同一个单位吗？',
      text: `“${names.map(({ name }) => name).join('”“')}”合并为“${most.name}”，人数合在一起算。`,
      yes: '合并',
    });
    if (!sure) return;
    const body = { names: names.map(({ name }) => name), name: most.name, kind: most.kind ?? ('other' as const) };
    await join.run({ params, body });
  };
  return (
    <Group title="看起来是同一个单位" foot="人数够不够得奖，按合并后的单位算。">
      <RefusalMessage refusal={join.refusal} />
      {units.map((unit) => (
        <Cell
          key={unit.names[0]?.name ?? ''}
          id={`join-${unit.names[0]?.name ?? ''}`}
          title={unit.names.map(({ name }) => name).join('、')}
          note={unit.names.map(({ entrants }) => `${entrants}人`).join(' + ')}
          value={unit.joined ? `已并入${unit.joined.name}` : '合并'}
          onTap={() => void ask(unit)}
        />
      ))}
    </Group>
  );
}
