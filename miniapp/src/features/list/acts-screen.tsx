import { ACTING_LISTS, type OwnSelection, listSelections } from '@jikaotong/shared/lists';
import { listActWord, listWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { call, reloadScreens, usePages } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, LoadMoreButton, Page, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import { unitOf } from './acting-units';
import { openAct, useLatestAct } from './own-acts';

type Props = { list: string | null; within: string | null };

/** What one did to many at once, the latest first: how each of it stands, and the way to what became of every row. */
export function ActsScreen({ list, within }: Props) {
  const of = { ...(list !== null && { list }), ...(within !== null && { within }) };
  const today = useToday();
  const latest = useLatestAct(of);
  const answer = usePages(['own-acts', of], (cursor) => call(listSelections, { query: { ...of, cursor } }));
  const moved = latest ? `${latest.id} ${latest.waiting} ${latest.state}` : '';
  useEffect(() => {
    if (moved !== '') void reloadScreens();
  }, [moved]);
  const only = list === null ? undefined : ACTING_LISTS[list];
  return (
    <Page>
      <Heading title="我的批量操作">
        {only ? `在“${listWord(only.name)}”里办的。` : ''}保留九十天；能撤回的，一天以内可以撤回。
      </Heading>
      <Loaded answer={answer}>
        {(shown) =>
          shown.items.length === 0 ? (
            <Empty title="还没有批量操作">在列表里选几条一起办，办到哪里、哪些没有办成，都会在这里。</Empty>
          ) : (
            <>
              <Group>
                {shown.items.map((one: OwnSelection) => (
                  <Cell
                    key={one.id}
                    id={`act-${one.id}`}
                    title={`${listActWord(one.list, one.act).verb} ${one.total} ${unitOf(one.list)}`}
                    note={
                      <>
                        <View>{`${momentWords(one.at, today)} · ${listWord(one.list)} · ${one.withinName}`}</View>
                        <View>{countWords(one)}</View>
                      </>
                    }
                    value={<StateTag one={one} />}
                    onTap={() => openAct(one)}
                  />
                ))}
              </Group>
              <LoadMoreButton list={shown} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** `已办 280，没办成 3，还剩 17；可以撤回`. */
function countWords({ done, refused, waiting, aside, state, mayTakeBack }: OwnSelection): string {
  const counts = [
    `办成 ${done}`,
    ...(refused > 0 ? [`没办成 ${refused}`] : []),
    ...(aside > 0 ? [`未选入 ${aside}（要逐个看）`] : []),
    ...(waiting > 0 ? [state === 'cancelled' ? `停下时还有 ${waiting} 没办` : `还剩 ${waiting}`] : []),
  ].join('，');
  return mayTakeBack ? `${counts}；可以撤回` : counts;
}

function StateTag({ one: { state, refused } }: { one: OwnSelection }) {
  if (state === 'running') return <Tag text="办理中" tone="info" />;
  if (state === 'cancelled') return <Tag text="停下了" />;
  return refused > 0 ? <Tag text="有没办成的" tone="warn" /> : <Tag text="办完" tone="go" />;
}
