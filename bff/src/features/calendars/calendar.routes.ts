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

const getCalendar = query(contract.getCalendar, async (ctx) =>
  presentCalendar(await calendarOf(ctx, ctx.actor.accountId)),
);

const downloadCalendar = download(contract.downloadCalendar, {
  find: async (ctx) => {
    const { entries } = await calendarOf(ctx, ctx.actor.accountId);
    const { key } = ctx.input.query;
    if (key === undefined) return entries.filter((entry) => isOwnAndAhead(entry, ctx.now.day));
    const wanted = entries.filter(({ item }) => item.key === key && firstDayOf(item) !== null);
    return wanted.length > 0 ? wanted : refuse('not-found');
  },
  render: async (outside, entries) => fileOf(entries, outside.ports.config.publicUrl),
});

const getFollowing = query(contract.getFollowing, async (ctx) => presentFollowing(ctx, await noticeIdOf(ctx)));

const setFollowing = action(contract.setFollowing, {
  handle: async (ctx) => {
    const noticeId = await noticeIdOf(ctx);
    const { accountId } = ctx.actor;
    if (ctx.input.body.followed) await follow(ctx.h, accountId, noticeId, ctx.now.ms);
    else await unfollow(ctx.h, accountId, noticeId);
    return presentFollowing(ctx, noticeId);
  },
});

const getFeed = query(contract.getCalendarFeed, (ctx) => presentFeed(ctx));

const makeFeed = action(contract.makeCalendarFeed, {
  handle: async (ctx) => {
    const token = randomToken();
    await putFeed(ctx.h, ctx.actor.accountId, { token, nowMs: ctx.now.ms });
    ctx.audit('calendar-feed-made', { accountId: ctx.actor.accountId });
    return presentFeed(ctx, token);
  },
});

const revoke = action(contract.revokeCalendarFeed, {
  handle: async (ctx) => {
    await revokeFeed(ctx.h, ctx.actor.accountId);
    ctx.audit('calendar-feed-revoked', { accountId: ctx.actor.accountId });
    return presentFeed(ctx);
  },
});

const readFeed = download(contract.readCalendarFeed, {
  find: async (ctx) => {
    const feed = (await findFeedByToken(ctx.h, ctx.input.params.token)) ?? refuse('not-found');
    if ((await loadAccount(ctx.h, feed.accountId)).disabled) refuse('not-found');
    return (await calendarOf(ctx, feed.accountId)).entries;
  },
  render: async (outside, entries) => ({
    ...fileOf(entries, outside.ports.config.publicUrl),
    show: 'inline',
    tagged: true,
  }),
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
