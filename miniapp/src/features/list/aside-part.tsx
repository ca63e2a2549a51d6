import type { Columns, List, Row } from '@jikaotong/shared/lists';
import { View } from '@tarojs/components';
import { useAnswer } from '../../platform';
import { Cell, Group } from '../../ui';
import { asideAsked, asideWords, isAside } from './set-aside';
import type { Choice } from './use-choice';
import type { Asked } from './use-list-state';
import './list.scss';

type Chosen = { readonly list: List; readonly id: string; readonly act: string; readonly asked: Asked };
/** `count` null: not known yet. */
export type Aside = { readonly rows: readonly Row<Columns>[]; readonly count: number | null };
const NONE: Aside = { rows: [], count: 0 };

/** As many as are shown; the rest is told as a number. */
const SHOWN = 50;

/** Which of the chosen rows an act leaves to be looked at: of those ticked, or of all that match. */
export function useAside({ list, id, act, asked, choice, loaded }: Chosen & { choice: Choice; loaded: Aside['rows'] }) {
  const filters = choice.all ? asideAsked(list, act, asked) : null;
  const query = { ...filters };
  const enabled = filters !== null;
  const rows = useAnswer(list.rows, { params: { id }, query: { ...query, limit: String(SHOWN) } }, { enabled });
  const counts = useAnswer(list.counts, { params: { id }, query }, { enabled });
  if (!choice.all) {
    const ticked = loaded.filter((row) => choice.ids.has(row.id) && isAside(list, act, row));
    return { rows: ticked, count: ticked.length };
  }
  if (!enabled) return NONE;
  if (rows.state !== 'ready' || counts.state !== 'ready') return { rows: [], count: null };
  const spared = [...choice.except].filter((rowId) =>
    loaded.some((row) => row.id === rowId && isAside(list, act, row)),
  );
  const kept = rows.data.items.filter((row) => !choice.except.has(row.id));
  return { rows: kept, count: counts.data.total - spared.length };
}

type Props = Omit<Chosen, 'id' | 'asked'> & {
  aside: Aside;
  unit: string;
  nameOf: (rowId: string, row: Readonly<Record<string, unknown>> | null) => string;
  onOpen: ((row: Row<Columns>) => void) | undefined;
};

/** The rows that stay behind, each with the reason, to be opened and looked at. */
export function AsidePart({ list, act, aside: { rows, count }, unit, nameOf, onOpen }: Props) {
  if (count === null || count === 0) return null;
  return (
    <Group title={`${count} ${unit}这次不办，请逐${unit}看`}>
      {rows.map((row) => (
        <Cell
          key={row.id}
          id={`aside-${row.id}`}
          title={nameOf(row.id, row)}
          note={asideWords(list, act, row)}
          {...(onOpen && { onTap: () => onOpen(row) })}
        />
      ))}
      {count > rows.length ? (
        <View className="list-act__text">
          还有 {count - rows.length} {unit}
        </View>
      ) : null}
    </Group>
  );
}
