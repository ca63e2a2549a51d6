import type { SheetEndpoints, SheetImportView } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call, usePages } from '../../platform';
import { Chips, LoadMoreButton, Loaded } from '../../ui';
import { JudgedRows } from './judged-rows';

type Props = {
  endpoints: SheetEndpoints;
  params: { id: string; importId: string };
  run: SheetImportView;
  judged: NonNullable<SheetImportView['counts']['judged']>;
};

/** Every row of a sheet with its verdict, those to see to first; a kind at a time. */
export function JudgedItems({ endpoints, params, run, judged }: Props) {
  const { changed, added, same, missing } = run.counts;
  const kinds = [
    { key: 'attention', text: '要处理的', count: judged.attention },
    { key: 'changed', text: '有改动', count: changed },
    { key: 'added', text: '新登记', count: added },
    { key: 'kept', text: '不会改', count: judged.kept },
    { key: 'same', text: '没有变化', count: same },
    { key: 'missing', text: '表里没有', count: missing },
  ] as const;
  const some = kinds.filter(({ count }) => count > 0);
  const [only, setOnly] = useState(some[0]?.key ?? 'same');
  const answer = usePages([endpoints.items.name, params.importId, only], (cursor) =>
    call(endpoints.items, { params, query: { cursor, limit: 20, only } }),
  );
  if (some.length === 0) return null;
  return (
    <View className="sheet-run__rows">
      <Chips
        id="sheet-rows"
        label="看哪些行"
        options={some.map(({ key, text, count }) => ({ key, text: `${text} ${count}` }))}
        value={only}
        onChoose={setOnly}
      />
      <Loaded answer={answer}>
        {(list) => (
          <>
            <JudgedRows items={list.items} columns={run.columns} />
            <LoadMoreButton list={list} />
          </>
        )}
      </Loaded>
    </View>
  );
}
