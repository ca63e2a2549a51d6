import type { Columns, Row } from '@jikaotong/shared/lists';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { listWord } from '@jikaotong/shared/words';
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
import { AskedChips } from './asked-chips';
import type { ListProps } from './list-props';
import { FilterSheet, ListSearch } from './list-tools';
import { useList } from './use-list';
import { filtersIn, useListState } from './use-list-state';
import { useSheet } from './use-sheet';
import './list.scss';

const A_PAGE = 30;

/** A list on the phone: search, filters in a sheet, one card a row. */
export function ListCards({ list, id, unit, about, card, elementId, onOpen, action, notice, empty }: ListProps) {
  const state = useListState(list);
  const { rows, tally } = useList(list, id, state.asked, A_PAGE);
  const [filtering, setFiltering] = useState(false);
  const sheet = useSheet(list, id, state.asked);
  const isNarrowed = Object.keys(filtersIn(state.asked)).length > 0;
  return (
    <Page action={action ? <BigButton {...action} /> : undefined}>
      <Heading title={listWord(list.name)}>{about}</Heading>
      {notice}
      <ListSearch list={list} state={state} />
      <AskedChips list={list} state={state} tally={tally} />
      <View className="list-line">
        <View className="list-line__count">{tally ? `共 ${tally.total} ${unit}` : ''}</View>
        <TextButton id="list-filter" text="筛选" onTap={() => setFiltering(true)} />
        <TextButton id="list-sheet" text={sheet.busy ? '正在导出' : '导出'} onTap={() => void sheet.take()} />
      </View>
      <RefusalMessage refusal={sheet.refusal} />
      <Loaded answer={rows}>
        {(shown) =>
          shown.items.length === 0 ? (
            <Empty title={isNarrowed ? '没有符合条件的' : (empty?.title ?? '还没有内容')}>
              {isNarrowed ? '换一个词，或去掉一些筛选。' : empty?.text}
            </Empty>
          ) : (
            <View className={shown.isBehind ? 'list-rows list-rows--behind' : 'list-rows'}>
              <Group>
                {shown.items.map((row: Row<Columns>) => (
                  <Cell key={row.id} id={elementId(row)} {...card(row)} {...(onOpen && { onTap: () => onOpen(row) })} />
                ))}
              </Group>
              <LoadMoreButton list={shown} />
            </View>
          )
        }
      </Loaded>
      {filtering ? (
        <FilterSheet list={list} state={state} tally={tally} unit={unit} onClose={() => setFiltering(false)} />
      ) : null}
    </Page>
  );
}
