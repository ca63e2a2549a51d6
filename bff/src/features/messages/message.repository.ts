import { IsNull, LessThan } from 'typeorm';
import { type Handle, updateWhere } from '../../platform/db';
import { type Channel, type Message, messageRecord } from '../../platform/outbox';

export const findMessage = (h: Handle, messageId: string): Promise<Message | null> =>
  h.repo(messageRecord).findOneBy({ id: messageId });

/** An account's messages, newest first; `before` is the id of the last one seen. */
export const listMessagesOf = (
  h: Handle,
  accountId: string,
  page: { before: string | null; limit: number },
): Promise<Message[]> =>
  h.repo(messageRecord).find({
    where: { accountId, ...(page.before !== null && { id: LessThan(page.before) }) },
    order: { id: 'DESC' },
    take: page.limit,
  });

/** What was told of an enrolment goes over to another account with it. */
export const changeMessageOwner = (h: Handle, candidateId: string, accountId: string): Promise<number> =>
  updateWhere(h, messageRecord, { candidateId }, { accountId });

export const countUnread = (h: Handle, accountId: string): Promise<number> =>
  h.repo(messageRecord).countBy({ accountId, readAt: IsNull() });

/** Marks an account's messages read up to one of them; ids sort by the time they were made. */
export const readUpTo = (h: Handle, given: { accountId: string; upTo: string; nowMs: number }): Promise<number> =>
  h.run('UPDATE message SET read_at = ? WHERE account_id = ? AND id <= ? AND read_at IS NULL', [
    new Date(given.nowMs),
    given.accountId,
    given.upTo,
  ]);

/** A channel took it; false where another was quicker. */
export const noteWentOut = async (h: Handle, messageId: string, wentOutBy: Channel): Promise<boolean> =>
  (await updateWhere(h, messageRecord, { id: messageId, wentOutBy: IsNull() }, { wentOutBy })) === 1;
