import { MoreThan } from 'typeorm';
import { sha256 } from '../../platform/crypto';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type Feed, feedRecord, followRecord } from './calendar.record';

/** The notices an account follows, by the time it began to. */
export async function followedBy(h: Handle, accountId: string): Promise<string[]> {
  const rows = await h.repo(followRecord).find({ where: { accountId }, order: { id: 'ASC' } });
  return rows.map(({ noticeId }) => noticeId);
}

/** Who follows a notice, by the id of the following; `after` is the last one seen. */
export const followersOf = (
  h: Handle,
  noticeId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<{ id: string; accountId: string }[]> =>
  h.repo(followRecord).find({
    select: { id: true, accountId: true },
    where: { noticeId, id: MoreThan(page.after) },
    order: { id: 'ASC' },
    take: page.limit,
  });

export const follows = (h: Handle, accountId: string, noticeId: string): Promise<boolean> =>
  h.repo(followRecord).existsBy({ accountId, noticeId });

/** Follows a notice; twice is once, for the unique key says so. */
export async function follow(h: Handle, accountId: string, noticeId: string, nowMs: number): Promise<void> {
  if (await follows(h, accountId, noticeId)) return;
  try {
    await insert(h, followRecord, { id: newId(), accountId, noticeId, followedAt: nowMs });
  } catch (error) {
    if (!isDuplicate(error, 'uq_notice_follow')) throw error;
  }
}

export async function unfollow(h: Handle, accountId: string, noticeId: string): Promise<void> {
  await h.repo(followRecord).delete({ accountId, noticeId });
}

/** The feed of an account that can be read; null where there is none. */
export async function findFeed(h: Handle, accountId: string): Promise<Feed | null> {
  const feed = await h.repo(feedRecord).findOneBy({ accountId });
  return feed?.tokenHash ? feed : null;
}

/** Whose feed a secret opens; null for one that is wrong, old or taken back. */
export const findFeedByToken = (h: Handle, token: string): Promise<Feed | null> =>
  h.repo(feedRecord).findOneBy({ tokenHash: sha256(token) });

/** Puts this secret in the place of the one before. */
export async function putFeed(h: Handle, accountId: string, given: { token: string; nowMs: number }): Promise<void> {
  const set = { tokenHash: sha256(given.token), madeAt: given.nowMs };
  if ((await updateWhere(h, feedRecord, { accountId }, set)) === 1) return;
  try {
    await insert(h, feedRecord, { id: newId(), accountId, ...set });
  } catch (error) {
    // two taps at once: the later secret holds
    if (!isDuplicate(error, 'uq_calendar_feed_account')) throw error;
    await updateWhere(h, feedRecord, { accountId }, set);
  }
}

export const revokeFeed = (h: Handle, accountId: string): Promise<number> =>
  updateWhere(h, feedRecord, { accountId }, { tokenHash: null });
