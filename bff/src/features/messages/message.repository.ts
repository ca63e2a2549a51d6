import { IsNull, LessThan } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, updateWhere } from '../../platform/db';
import { type Channel, type Message, messageRecord, openMessage } from '../../platform/outbox';

export async function findMessage(h: Handle, crypto: Crypto, messageId: string): Promise<Message | null> {
  const row = await h.repo(messageRecord).findOneBy({ id: messageId });
  return row && openMessage(crypto, row);
}

/** An account's messages, newest first; `before` is the id of the last one seen. */
export async function listMessagesOf(
  h: Handle,
  crypto: Crypto,
  accountId: string,
  page: { before: string | null; limit: number },
): Promise<Message[]> {
  const rows = await h.repo(messageRecord).find({
    where: { accountId, ...(page.before !== null && { id: LessThan(page.before) }) },
    order: { id: 'DESC' },
    take: page.limit,
  });
  return rows.map((row) => openMessage(crypto, row));
}

/** What was told of an enrolment goes over to another account with it. */
export const changeMessageOwner = (
  h: Handle,
  candidateId: string,
  accountId: string,
  { leadsTo }: { readonly leadsTo: boolean },
): Promise<number> =>
  updateWhere(h, messageRecord, { candidateId }, { accountId, ...(leadsTo ? {} : { candidateId: null }) });

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
