import { contestGroups } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { call, usePages, viewFile } from '../../platform';
import { Cell, Group, Loaded, Page, Tag, TextButton } from '../../ui';

/** Everybody whom a unit entered for a competition, and what became of it. */
export function GroupEntrantsScreen({ id }: { id: string }) {
  const answer = usePages([contestGroups.listGroupEntrants.name, id], (cursor) =>
    call(contestGroups.listGroupEntrants, { params: { id }, query: { cursor, limit: 50 } }),
  );
  return (
    <Page>
      <Loaded answer={answer}>
        {({ items, more }) => (
          <Group title="参赛选手" foot={more ? <TextButton id="more-entrants" text="显示更多" onTap={more} /> : null}>
            {items.map(({ id: entry, name, documentTail, state, undecided, reason, photoUrl }) => (
              <Cell
                key={entry}
                id={`entrant-${entry}`}
                title={name}
                note={
                  <>
                    <View>证件尾号 {documentTail}</View>
                    {reason ? <View>{reason}</View> : null}
                  </>
                }
                {...(photoUrl ? { onTap: () => void viewFile({ url: photoUrl, type: 'image/jpeg' }) } : {})}
                value={
                  state === 'withdrawn' ? (
                    <Tag text="已退出" tone="quiet" />
                  ) : state === 'refused' ? (
                    <Tag text="不符合" tone="stop" />
                  ) : (
                    <Tag text={undecided ? '待核对' : '已报名'} tone={undecided ? 'warn' : 'go'} />
                  )
                }
              />
            ))}
          </Group>
        )}
      </Loaded>
    </Page>
  );
}
