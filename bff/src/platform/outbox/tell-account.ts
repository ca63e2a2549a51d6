import type { MessageCode } from '@jikaotong/shared/contract';
import { insert, newId } from '../db';
import type { Context } from '../http';
import { enqueue } from '../jobs';
import { CHANNELS, type Channel, DELIVERIES } from './channels';
import { type Message, type MessageData, messageRecord, sealMessage } from './message.record';

/** What an account is told: a code of words/messages with its data, and what it leads to. */
export type Notification = {
  /** Null: nobody yet; it is kept for whoever claims the candidate, and an SMS goes to the phone of the enrolment. */
  readonly accountId: string | null;
  readonly code: MessageCode;
  readonly data: MessageData;
  readonly candidateId?: string | undefined;
};

/**
 * Tells an account something, in the transaction of what happened: it stands among its messages at once, and goes
 * out by a job through the first channel that takes it. Answers with its id; null where it is for nobody.
 */
export async function tellAccount(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  notification: Notification,
): Promise<string | null> {
  const { accountId, code, data, candidateId = null } = notification;
  if (accountId === null && candidateId === null) return null;
  const id = newId();
  const message = { id, accountId, candidateId, code, data, sentAt: ctx.now.ms, readAt: null, wentOutBy: null };
  await insert(ctx.h, messageRecord, sealMessage(ctx.ports.crypto, message));
  await sendOn(ctx, message, { after: null, dueMs: ctx.now.ms });
  return id;
}

/** Hands a message to the first channel behind `after` that takes its code; null: the first of all. */
export async function sendOn(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  message: Pick<Message, 'id' | 'code' | 'accountId'>,
  { after, dueMs }: { readonly after: Channel | null; readonly dueMs: number },
): Promise<void> {
  const behind = CHANNELS.slice(after === null ? 0 : CHANNELS.indexOf(after) + 1);
  const channel = behind.find(
    (one) =>
      DELIVERIES[one].takes(ports, message.code) && (message.accountId !== null || !DELIVERIES[one].needsAccount),
  );
  if (channel === undefined) return;
  const { job } = DELIVERIES[channel];
  await enqueue(h, { kind: job, key: message.id, dueMs, payload: { messageId: message.id } });
}
