import type { Columns, List, RefusalKind, RowResult, SelectionView } from '@jikaotong/shared/lists';
import { listActWord, refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { knownRefusal, useAnswer } from '../../platform';
import { Cell, Loaded } from '../../ui';
import './list.scss';

type Props = {
  list: List;
  id: string;
  unit: string;
  view: SelectionView;
  nameOf: (rowId: string, row: Readonly<Record<string, unknown>> | null) => string;
};

/** What was not done and why: equal answers are one line with their count, which opens to show whose they are. */
export function RefusalsPart({ list, id, unit, nameOf, view }: Props) {
  const params = { id, selectionId: view.id };
  const answer = useAnswer(list.acting.results, { params, query: { state: 'refused' } });
  return (
    <Loaded answer={answer}>
      {({ items, kinds }) => {
        const left = kinds.filter(({ code }) => code !== BY_ANOTHER).reduce((sum, { rows }) => sum + rows, 0);
        return (
          <>
            {left > 0 ? <View className="list-act__title">{`${left} ${unit}没有办成`}</View> : null}
            {kinds.map((kind) => (
              <Kind
                key={keyOf(kind)}
                kind={kind}
                items={items.filter((one) => keyOf({ code: one.code ?? '', data: one.data }) === keyOf(kind))}
                {...{ unit, nameOf }}
                verb={listActWord(list.name, view.act).verb}
              />
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

/** Somebody else did the same meanwhile: nothing is left to do. */
const BY_ANOTHER = 'done-by-another';
const keyOf = ({ code, data }: Pick<RefusalKind, 'code' | 'data'>): string => `${code} ${JSON.stringify(data ?? {})}`;

type KindProps = Pick<Props, 'unit' | 'nameOf'> & {
  kind: RefusalKind;
  items: readonly RowResult<Columns>[];
  verb: string;
};

function Kind({ kind: { code, data, rows }, items, unit, nameOf, verb }: KindProps) {
  const [isOpen, setOpen] = useState(false);
  const sentence = refusalSentence(knownRefusal(code), data ?? {});
  const [only] = items;
  if (rows === 1 && only && code !== BY_ANOTHER) return <Cell title={nameOf(only.rowId, only.row)} note={sentence} />;
  return (
    <>
      <Cell
        id={`refused-${code}`}
        title={code === BY_ANOTHER ? `${rows} ${unit}已由他人${verb}` : `${rows} ${unit}：${sentence}`}
        value={isOpen ? '收起' : '看是谁'}
        onTap={() => setOpen(!isOpen)}
      />
      {isOpen ? (
        <View className="list-act__text">
          {items.map(({ rowId, row }) => nameOf(rowId, row)).join('、')}
          {rows > items.length ? `等 ${rows} ${unit}` : ''}
        </View>
      ) : null}
    </>
  );
}
