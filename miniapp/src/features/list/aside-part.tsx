import type { Columns, List, Row } from '@jikaotong/shared/lists';
import { View } from '@tarojs/components';
import { useAnswer } from '../../platform';
import { Cell, Group } from '../../ui';
import { asideAsked, asideWords, fitAsked, isAside, isFit } from './set-aside';
import type { Choice } from './use-choice';
import { type Asked, filtersIn } from './use-list-state';
import './list.scss';

type Chosen = { readonly list: List; readonly id: string; readonly act: string; readonly asked: Asked };
/** `count` null: not known yet. `unfit`: so many are chosen to which it can not be done, such as those it was done to. */
export type Aside = {
  readonly rows: readonly Row<Columns>[];
  readonly count: number | null;
  readonly unfit: number;
  readonly unfitRows: readonly string[];
};
const NONE = { rows: [], unfitRows: [] } as const;

/** As many as are shown; the rest is told as a number. */
const SHOWN = 50;

type Given = Chosen & { readonly choice: Choice; readonly loaded: Aside['rows'] };

/** Which of the chosen rows an act leaves to be looked at, and how many it is not for: of those ticked, or of all that match. */
export function useAside({ list, id, act, asked, choice, loaded }: Given): Aside {
  const query = { ...(choice.all && asideAsked(list, act, asked)) };
  const enabled = choice.all && asideAsked(list, act, asked) !== null;
  const fitting = { ...(choice.all && fitAsked(list, act, asked)) };
  const params = { id };
  const rows = useAnswer(list.rows, { params, query: { ...query, limit: String(SHOWN) } }, { enabled });
  const counts = useAnswer(list.counts, { params, query }, { enabled });
  const isNarrow = choice.all && list.acts[act]?.of !== undefined;
  const all = useAnswer(list.counts, { params, query: filtersIn(asked) }, { enabled: isNarrow });
  const fits = useAnswer(list.counts, { params, query: fitting }, { enabled: isNarrow });
  if (!choice.all) {
    const ticked = loaded.filter((row) => choice.ids.has(row.id));
    const unfitRows = ticked.filter((row) => !isFit(list, act, row)).map((row) => row.id);
    const left = ticked.filter((row) => isFit(list, act, row) && isAside(list, act, row));
    return { rows: left, count: left.length, unfit: unfitRows.length, unfitRows };
  }
  const spared = loaded.filter((row) => choice.except.has(row.id));
  if (isNarrow && (all.state !== 'ready' || fits.state !== 'ready')) return { ...NONE, count: null, unfit: 0 };
  const known =
    all.state === 'ready' && fits.state === 'ready' ? all.data.total - fitTotal(fits.data, list, act, asked) : 0;
  const unfit = known - spared.filter((row) => !isFit(list, act, row)).length;
  if (!enabled) return { ...NONE, count: 0, unfit };
  if (rows.state !== 'ready' || counts.state !== 'ready') return { ...NONE, count: null, unfit };
  const sparedAside = spared.filter((row) => isFit(list, act, row) && isAside(list, act, row));
  const kept = rows.data.items.filter((row) => !choice.except.has(row.id));
  return { rows: kept, count: counts.data.total - sparedAside.length, unfit, unfitRows: [] };
}

/** Nothing that was asked for can be done where the filters have nothing in common. */
const fitTotal = ({ total }: { readonly total: number }, list: List, act: string, asked: Asked): number =>
  fitAsked(list, act, asked) === null ? 0 : total;

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
