import type { MessageCode } from '@jikaotong/shared/contract';
import type { Channel } from './channels';
import { type Row, id, instant, json, nullable, record, ref, word } from '../db';

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
    code: word<MessageCode>(64),
    data: json<MessageData>(),
    sentAt: instant(),
    readAt: nullable(instant()),
    /** The channel that took it; null: none did, or not yet. */
    wentOutBy: nullable(word<Channel>()),
  },
  { index: { ix_message_account: ['accountId', 'id'] } },
);
export type Message = Row<typeof messageRecord>;
