import { rosterCounters } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { open, useAnswer } from '../../platform';
import { Cell, Group, Loaded } from '../../ui';

/** Units that come to the counter with a list and have somebody left; the lists that are through only when asked for. */
export function UnitLists() {
  const answer = useAnswer(rosterCounters.listRosterCounters, {});
  return (
    <Loaded answer={answer} rows={1}>
      {({ items }) => <Lists items={items} />}
    </Loaded>
  );
}

type Item = {
  rosterId: string;
  unitName: string;
  sessionName: string;
  code: string;
  listed: number;
  confirmed: number;
};

function Lists({ items }: { items: readonly Item[] }) {
  const [all, setAll] = useState(false);
  const waiting = items.filter((item) => leftOf(item) > 0);
  const through = items.filter((item) => leftOf(item) === 0);
  if (items.length === 0) return null;
  return (
    <Group title="单位现场报名单">
      {[...waiting, ...(all ? through : [])].map((item) => (
        <Cell
          key={item.rosterId}
          id={`unit-list-${item.rosterId}`}
          title={item.unitName}
          note={`${item.sessionName} · 名单 ${item.listed} 人`}
          value={leftOf(item) === 0 ? '都已受理' : `${leftOf(item)} 人没办`}
          onTap={() => open('/packages/unit/counter/index', { code: item.code })}
        />
      ))}
      {through.length > 0 && !all ? (
        <Cell
          id="unit-lists-through"
          title={`都已受理的 ${through.length} 个单位`}
          value="展开"
          onTap={() => setAll(true)}
        />
      ) : null}
    </Group>
  );
}

const leftOf = ({ listed, confirmed }: Item): number => listed - confirmed;
