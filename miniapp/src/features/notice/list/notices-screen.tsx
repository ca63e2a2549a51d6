import { type NoticeFacets, notices } from '@jikaotong/shared/contract';
import { useEffect, useState } from 'react';
import { call, usePages } from '../../../platform';
import { BigButton, Empty, Loaded, Page, SearchField } from '../../../ui';
import { useToday } from '../../demonstration';
import { NoticeCard } from './notice-card';
import { NoticeFilters, type NoticeWishes } from './notice-filters';

const NONE: NoticeFacets = { bodies: [], kinds: [], states: [], places: [] };
/** Typing goes on for so long before it is searched for. */
const PAUSE_MS = 400;
const PAGE = 20;

/** Every notice with the nearest thing one can do about it, narrowed by whatever is chosen. */
export function NoticesScreen() {
  const today = useToday();
  const [wishes, setWishes] = useState<NoticeWishes>({});
  const [typed, setTyped] = useState('');
  const [facets, setFacets] = useState(NONE);
  const query = { ...wishes, limit: PAGE };
  const answer = usePages(['notices', query], async (cursor) => {
    const reply = await call(notices.listNotices, { query: { ...query, cursor } });
    if (reply.ok) setFacets(reply.data.facets);
    return reply;
  });
  useEffect(() => {
    const timer = setTimeout(() => setWishes((before) => ({ ...before, q: typed.trim() || undefined })), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const clear = () => {
    setTyped('');
    setWishes({});
  };
  return (
    <Page>
      <SearchField id="search" label="职业、机构或通知名称" value={typed} maxlength={60} onChange={setTyped} />
      {facets === NONE ? null : <NoticeFilters wishes={wishes} facets={facets} onChange={setWishes} />}
      <Loaded answer={answer}>
        {({ items, more, busy }) =>
          items.length > 0 ? (
            <>
              {items.map((notice) => (
                <NoticeCard key={notice.id} notice={notice} today={today} />
              ))}
              {more ? <BigButton id="more" text="再看一些" tone="plain" busy={busy} onTap={more} /> : null}
            </>
          ) : Object.values(wishes).some((wish) => wish !== undefined) ? (
            <Empty title="没有符合的通知" action="看全部通知" onAction={clear}>
              换一个条件，或者看全部通知。
            </Empty>
          ) : (
            <Empty title="还没有通知">机构发布通知后会出现在这里。</Empty>
          )
        }
      </Loaded>
    </Page>
  );
}
