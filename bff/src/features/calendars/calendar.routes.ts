import { type ReplyOf, calendars as contract } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { randomToken } from '../../platform/crypto';
import {
  type Actor,
  type Context,
  type Download,
  type Route,
  action,
  download,
  query,
  refuse,
} from '../../platform/http';
import { loadAccount } from '../accounts';
import { findNotice } from '../notices';
import { drawCalendar } from './calendar-file';
import { calendarOf, impliedBy, presentCalendar } from './calendar-of';
import { findFeed, findFeedByToken, follow, follows, putFeed, revokeFeed, unfollow } from './calendar.repository';
import { type Entry, firstDayOf } from './entry';

const getCalendar = query(contract.getCalendar, async (c) => presentCalendar(await calendarOf(c, c.actor.accountId)));

const downloadCalendar = download(contract.downloadCalendar, {
  find: async (c) => {
    const { entries } = await calendarOf(c, c.actor.accountId);
    const { key } = c.input.query;
    if (key === undefined) return entries.filter((entry) => isOwnAndAhead(entry, c.now.day));
    const wanted = entries.filter(({ item }) => item.key === key && firstDayOf(item) !== null);
    return wanted.length > 0 ? wanted : refuse('not-found');
  },
  render: async (o, entries) => fileOf(entries, o.ports.config.publicUrl),
});

const getFollowing = query(contract.getFollowing, async (c) => presentFollowing(c, await noticeIdOf(c)));

const setFollowing = action(contract.setFollowing, {
  handle: async (c) => {
    const noticeId = await noticeIdOf(c);
    const { accountId } = c.actor;
    if (c.input.body.followed) await follow(c.h, accountId, noticeId, c.now.ms);
    else await unfollow(c.h, accountId, noticeId);
    return presentFollowing(c, noticeId);
  },
});

const getFeed = query(contract.getCalendarFeed, (c) => presentFeed(c));

const makeFeed = action(contract.makeCalendarFeed, {
  handle: async (c) => {
    const token = randomToken();
    await putFeed(c.h, c.actor.accountId, { token, nowMs: c.now.ms });
    c.audit('calendar-feed-made', { accountId: c.actor.accountId });
    return presentFeed(c, token);
  },
});

const revoke = action(contract.revokeCalendarFeed, {
  handle: async (c) => {
    await revokeFeed(c.h, c.actor.accountId);
    c.audit('calendar-feed-revoked', { accountId: c.actor.accountId });
    return presentFeed(c);
  },
});

const readFeed = download(contract.readCalendarFeed, {
  find: async (c) => {
    const feed = (await findFeedByToken(c.h, c.input.params.token)) ?? refuse('not-found');
    if ((await loadAccount(c.h, feed.accountId)).disabled) refuse('not-found');
    return (await calendarOf(c, feed.accountId)).entries;
  },
  render: async (o, entries) => ({ ...fileOf(entries, o.ports.config.publicUrl), show: 'inline', tagged: true }),
});

export const routes: Route[] = [
  getCalendar,
  downloadCalendar,
  getFollowing,
  setFollowing,
  getFeed,
  makeFeed,
  revoke,
  readFeed,
];

type Own = Pick<Context, 'h'> & { readonly actor: Actor };

async function noticeIdOf({ h, input }: Own & { readonly input: { readonly params: { readonly id: string } } }) {
  return (await findNotice(h, input.params.id))?.noticeId ?? refuse('not-found');
}

const presentFollowing = async (
  { h, actor }: Own,
  noticeId: string,
): Promise<ReplyOf<typeof contract.getFollowing>> => ({
  noticeId,
  followed: await follows(h, actor.accountId, noticeId),
  implied: await impliedBy(h, actor.accountId, noticeId),
});

/** `token`: shown to whom made the feed, this once; only its hash is kept. */
async function presentFeed({ h, actor }: Own, token?: string): Promise<ReplyOf<typeof contract.getCalendarFeed>> {
  const feed = await findFeed(h, actor.accountId);
  const path = token === undefined ? null : `/api/v1/calendar-feed/${token}.ics`;
  return { on: feed !== null, madeAt: feed?.madeAt ?? null, path };
}

const fileOf = (entries: readonly Entry[], publicUrl: string): Download => ({
  bytes: drawCalendar(entries, { publicUrl }),
  type: 'text/calendar; charset=utf-8',
  name: '技考通日历.ics',
});

/** One's own days that are not over; a cancelled session's are nothing to write down. */
function isOwnAndAhead({ item }: Entry, day: LocalDate): boolean {
  const last = item.closes ?? item.opens;
  return item.mine && !item.cancelled && last !== null && last >= day;
}
