import type { Columns, Row } from '@jikaotong/shared/lists';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { listActWord, listSumWords, listWord } from '@jikaotong/shared/words';
import {
  BigButton,
  Cell,
  Empty,
  Group,
  Heading,
  Loaded,
  LoadMoreButton,
  RefusalMessage,
  Page,
  TextButton,
} from '../../ui';
import { ActSheet } from './act-sheet';
import { AskedChips } from './asked-chips';
import { ExportSheet, tellsOfPeople } from './export-sheet';
import { emptyWords } from './empty-words';
import { type ListProps, actsOf, nameIn } from './list-props';
import { FilterSheet, ListSearch } from './list-tools';
import { RunningAct, openActs, useLatestAct } from './own-acts';
import { PickRows } from './pick-rows';
import { SortSheet } from './sort-sheet';
import { useChoice } from './use-choice';
import { listedIn, useList } from './use-list';
import { filtersIn, useListState } from './use-list-state';
import { useSheet } from './use-sheet';
import './list.scss';

const A_PAGE = 30;

/** A list on the phone: search, filters in a sheet, one card a row; many can be chosen to be acted on together. */
export function ListCards(props: ListProps) {
  const { list, id, unit, about, card, elementId, action, notice, begin } = props;
  const state = useListState(list, begin);
  const { asked } = state;
  const onOpen = props.onOpen && ((row: Row<Columns>) => props.onOpen?.(row, asked));
  const { rows, tally } = useList(list, id, asked, A_PAGE);
  const [open, setOpen] = useState<'filter' | 'sort' | 'export' | null>(null);
  const [picking, setPicking] = useState(false);
  const [act, setAct] = useState<string | null>(null);
  const sheet = useSheet(list, id, asked);
  const total = tally?.total ?? 0;
  const acts = actsOf(props);
  const latest = useLatestAct({ list: list.name, within: id }, acts.length > 0);
  const loaded = rows.state === 'ready' ? rows.data.items : [];
  const chosen = useChoice(total, JSON.stringify(filtersIn(asked)), listedIn(rows));
  const stop = () => {
    setAct(null);
    setPicking(false);
    chosen.none();
  };
  const foot = picking ? (
    acts.map((one) => (
      <BigButton
        key={one}
        id={`act-${one}`}
        text={
          chosen.count > 0
            ? `${listActWord(list.name, one).verb} ${chosen.count} ${unit}`
            : (listActWord(list.name, one).alone ?? listActWord(list.name, one).verb)
        }
        tone={one === acts[0] ? 'primary' : 'plain'}
        waitsFor={
          chosen.count === 0 && `选好后${listActWord(list.name, one).alone ?? listActWord(list.name, one).verb}`
        }
        onTap={() => setAct(one)}
      />
    ))
  ) : action ? (
    <BigButton {...action} />
  ) : undefined;
  return (
    <Page action={foot}>
      <Heading title={listWord(list.name)}>{about}</Heading>
      {notice}
      <RunningAct latest={latest} />
      <ListSearch list={list} state={state} />
      <AskedChips list={list} state={state} tally={tally} />
      {tally?.sums ? (
        <View id="list-sums" className="list-sums">
          {listSumWords(list, tally.sums)}
        </View>
      ) : null}
      <View className="list-line">
        <View className="list-line__count">
          {picking ? `已选 ${chosen.count} ${unit}` : tally ? `共 ${tally.total} ${unit}` : ''}
        </View>
        {picking ? (
          <>
            {chosen.count < total ? (
              <TextButton id="choose-all" text={`全选 ${total} ${unit}`} onTap={chosen.all} />
            ) : null}
            <TextButton id="choose-none" text="取消" onTap={stop} />
          </>
        ) : (
          <>
            {acts.length > 0 && total > 0 ? (
              <TextButton id="choose-start" text="选择" onTap={() => setPicking(true)} />
            ) : null}
            {list.order.by.length > 1 ? <TextButton id="list-sort" text="排序" onTap={() => setOpen('sort')} /> : null}
            {latest ? <TextButton id="own-acts" text="批量记录" onTap={() => openActs(list, id)} /> : null}
            <TextButton id="list-filter" text="筛选" onTap={() => setOpen('filter')} />
            <TextButton
              id="list-sheet"
              text={sheet.busy ? '正在导出' : '导出'}
              onTap={() => (tellsOfPeople(list) ? setOpen('export') : void sheet.take())}
            />
          </>
        )}
      </View>
      {open === 'export' ? null : <RefusalMessage refusal={sheet.refusal} />}
      <Loaded answer={rows}>
        {(shown) =>
          shown.items.length === 0 ? (
            <Empty title={emptyWords(props, asked).title}>{emptyWords(props, asked).text}</Empty>
          ) : (
            <View className={shown.isBehind ? 'list-rows list-rows--behind' : 'list-rows'}>
              <Group>
                {picking ? (
                  <PickRows rows={shown.items} chosen={chosen} card={card} elementId={elementId} />
                ) : (
                  shown.items.map((row: Row<Columns>) => (
                    <RowCell key={row.id} row={row} card={card} elementId={elementId} onOpen={onOpen} />
                  ))
                )}
              </Group>
              <LoadMoreButton list={shown} />
            </View>
          )
        }
      </Loaded>
      {open === 'filter' ? (
        <FilterSheet list={list} state={state} tally={tally} unit={unit} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'sort' ? <SortSheet list={list} state={state} onClose={() => setOpen(null)} /> : null}
      {open === 'export' ? <ExportSheet sheet={sheet} onClose={() => setOpen(null)} /> : null}
      {act === null ? null : (
        <ActSheet
          {...{ list, id, unit, act, chosen, asked, loaded, onOpen, asks: props.asks }}
          nameOf={(rowId, row) => nameIn(list, rowId, row)}
          onClose={() => setAct(null)}
          onDone={stop}
        />
      )}
    </Page>
  );
}

type RowProps = Pick<ListProps, 'card' | 'elementId'> & {
  row: Row<Columns>;
  onOpen: ((row: Row<Columns>) => void) | undefined;
};

function RowCell({ row, card, elementId, onOpen }: RowProps) {
  const { picture: _, ...shown } = card(row);
  return <Cell id={elementId(row)} {...shown} {...(onOpen && { onTap: () => onOpen(row) })} />;
}
