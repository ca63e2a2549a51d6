import { contestGroups, groupTickets } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { call, copy, useAnswer, usePages, viewFile } from '../../platform';
import { BigButton, Cell, Group, Loaded, Page, Tag, TextButton } from '../../ui';
import { useToday } from '../demonstration';
import { allPlacesText, entrantLines } from './entrant-words';

/** Everybody whom a unit entered for a competition, where and when they start in each stage, and what became of it. */
export function GroupEntrantsScreen({ id }: { id: string }) {
  const answer = usePages([contestGroups.listGroupEntrants.name, id], (cursor) =>
    call(contestGroups.listGroupEntrants, { params: { id }, query: { cursor, limit: 50 } }),
  );
  const places = useAnswer(groupTickets.listGroupPlaces, { params: { id } });
  const today = useToday();
  const known = places.state === 'ready' ? places.data : null;
  const stages = known?.stages ?? [];
  const lines = new Map<string, { key: string; text: string }[]>();
  for (const { stageId, name, isLast, people } of stages)
    for (const one of people)
      lines.set(one.entryId, [
        ...(lines.get(one.entryId) ?? []),
        ...entrantLines(one, { isLast, today }).map((text, at) => ({
          key: `${stageId}-${at}`,
          text: stages.length > 1 ? `${name} ${text}` : text,
        })),
      ]);
  return (
    <Page
      action={
        known && stages.length > 0 ? (
          <BigButton
            id="copy-places"
            text="复制全部安排，发到群里"
            onTap={() => void copy(allPlacesText(known, today))}
          />
        ) : undefined
      }
    >
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
                    {(lines.get(entry) ?? []).map(({ key, text }) => (
                      <View key={key}>{text}</View>
                    ))}
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
