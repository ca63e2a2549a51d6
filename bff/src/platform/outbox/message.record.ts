import type { MessageCode } from '@jikaotong/shared/contract';
import type { Channel } from './channels';
import { type Crypto, openJson, sealJson } from '../crypto';
import { type Row, id, instant, nullable, record, ref, sealedJson, word } from '../db';

export type MessageData = Readonly<Record<string, string | number | null>>;

/** Something an account is told: a code and data that words turn into a sentence. */
export const messageRecord = record(
  'message',
  {
    id: id(),
    /** Null: the candidate has no account yet; whoever claims the enrolment gets the message with it. */
    accountId: nullable(ref()),
    /** The enrolment it leads to. */
    candidateId: nullable(ref()),
    /** Who pays for its SMS where it leads to no enrolment, such as one to an agent of a unit. */
    bodyId: nullable(ref()),
    code: word<MessageCode>(64),
    /** Such as why staff sent something back. */
    data: sealedJson<MessageData>(),
    sentAt: instant(),
    readAt: nullable(instant()),
    /** The channel that took it; null: none did, or not yet. */
    wentOutBy: nullable(word<Channel>()),
  },
  { index: { ix_message_account: ['accountId', 'id'] } },
);
type StoredMessage = Row<typeof messageRecord>;
/** The same in the clear. */
export type Message = Omit<StoredMessage, 'data'> & { readonly data: MessageData };

export const sealMessage = (crypto: Crypto, message: Message): StoredMessage => ({
  ...message,
  data: sealJson(crypto, placeOf(message.id), message.data),
});
export const openMessage = (crypto: Crypto, row: StoredMessage): Message => ({
  ...row,
  data: openJson(crypto, placeOf(row.id), row.data),
});

const placeOf = (row: string) => ({ table: 'message', column: 'data', row });
