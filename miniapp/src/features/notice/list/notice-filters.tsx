import type { CallInput, NoticeFacets, notices } from '@jikaotong/shared/contract';
import { noticeKindWord, noticeStateWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Choices, Sheet, Tappable } from '../../../ui';
import './notice-filters.scss';

type Query = CallInput<typeof notices.listNotices>['query'];
export type NoticeWishes = Omit<Query, 'cursor' | 'limit'>;
type Wish = Exclude<keyof NoticeWishes, 'q'>;

const NAMES = { state: '状态', bodyId: '机构', kind: '类型', place: '地点' } as const satisfies Record<Wish, string>;
const WISHES = ['state', 'bodyId', 'kind', 'place'] as const;
/** No value of the server's: everything is shown. */
const ALL = '*';

type Props = { wishes: NoticeWishes; facets: NoticeFacets; onChange: (wishes: NoticeWishes) => void };

/** By what the list is narrowed; each opens a sheet with the values there are, and how many notices each would show. */
export function NoticeFilters({ wishes, facets, onChange }: Props) {
  const [open, setOpen] = useState<Wish | null>(null);
  const options = optionsOf(facets);
  const textOf = (wish: Wish): string => options[wish].find(({ key }) => key === wishes[wish])?.text ?? NAMES[wish];
  return (
    <View className="notice-filters">
      {WISHES.map((wish) => (
        <Tappable
          key={wish}
          id={`filter-${wish}`}
          className={wishes[wish] === undefined ? 'notice-filters__one' : 'notice-filters__one notice-filters__one--on'}
          label={`按${NAMES[wish]}筛选，现在是${wishes[wish] === undefined ? '全部' : textOf(wish)}`}
          onTap={() => setOpen(wish)}
        >
          <Text className="notice-filters__text">{textOf(wish)}</Text>
          <Text className="notice-filters__mark" />
        </Tappable>
      ))}
      {open ? (
        <Sheet title={`按${NAMES[open]}筛选`} onClose={() => setOpen(null)}>
          <Choices
            label={NAMES[open]}
            options={[{ key: ALL, text: '全部' }, ...options[open]]}
            value={wishes[open] ?? ALL}
            onChoose={(key) => {
              setOpen(null);
              onChange(wished(wishes, open, facets, key));
            }}
          />
        </Sheet>
      ) : null}
    </View>
  );
}

type Options = Record<Wish, readonly { key: string; text: string; note: string }[]>;

const optionsOf = (facets: NoticeFacets): Options => ({
  state: facets.states.map(({ value, count }) => ({ key: value, text: noticeStateWord(value), note: many(count) })),
  bodyId: facets.bodies.map(({ value, name, count }) => ({ key: value, text: name, note: many(count) })),
  kind: facets.kinds.map(({ value, count }) => ({ key: value, text: noticeKindWord(value), note: many(count) })),
  place: facets.places.map(({ value, count }) => ({ key: value, text: value, note: many(count) })),
});

const many = (count: number): string => `${count} 份通知`;

/** The wishes with one of them set to an offered value, or taken back. */
function wished(wishes: NoticeWishes, wish: Wish, facets: NoticeFacets, key: string): NoticeWishes {
  const { [wish]: _, ...others } = wishes;
  switch (wish) {
    case 'state':
      return { ...others, state: facets.states.find(({ value }) => value === key)?.value };
    case 'kind':
      return { ...others, kind: facets.kinds.find(({ value }) => value === key)?.value };
    default:
      return key === ALL ? others : { ...others, [wish]: key };
  }
}
