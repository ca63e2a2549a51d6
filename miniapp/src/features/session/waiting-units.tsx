import { units } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { open, useAnswer } from '../../platform';
import { Cell, Group, Tag } from '../../ui';
import { dueWords } from './duties';

/** The units that wait for a decision, what is overdue first, each leading to where it is decided (N14). */
export function WaitingUnits({ today }: { today: LocalDate }) {
  const answer = useAnswer(units.listWaitingUnits, {});
  if (answer.state !== 'ready' || answer.data.items.length === 0) return null;
  const { items, total } = answer.data;
  const late = items.filter(({ overdue }) => overdue).length;
  return (
    <Group
      title={`等审核的单位 ${total} 家${late > 0 ? `，其中 ${late} 家已逾期` : ''}`}
      foot={total > items.length ? `先列出最早的 ${items.length} 家，其余在“单位”里看。` : null}
    >
      {items.map(({ id, name, ...due }) => (
        <Cell
          key={id}
          id={`waiting-unit-${id}`}
          title={name}
          note={dueWords(due, today)}
          value={due.overdue ? <Tag text="已逾期" tone="stop" /> : undefined}
          onTap={() => open('/packages/unit/judge/index', { id })}
        />
      ))}
    </Group>
  );
}
