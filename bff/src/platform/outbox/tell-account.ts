import type { MessageCode } from '@jikaotong/shared/contract';
import { insert, newId } from '../db';
import type { Context } from '../http';
import { enqueue } from '../jobs';
import { CHANNELS, DELIVERIES } from './channels';
import { type MessageData, messageRecord } from './message.record';

/** What an account is told: a code of words/messages with its data, and what it leads to. */
export type Notification = {
  /** Null: nobody yet; it is kept for whoever claims the candidate. */
  readonly accountId: string | null;
  readonly code: MessageCode;
  readonly data: MessageData;
  readonly candidateId?: string | undefined;
};

/**
 * Tells an account something, in the transaction of what happened: it stands among its messages at once, and goes
 * out by a job through each channel that takes its code.
 */
export async function tellAccount(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  notification: Notification,
): Promise<void> {
  const { accountId, code, data, candidateId = null } = notification;
  if (accountId === null && candidateId === null) return;
  const id = newId();
  const message = { id, accountId, candidateId, code, data, sentAt: ctx.now.ms, readAt: null };
  await insert(ctx.h, messageRecord, message);
  if (accountId === null) return;
  for (const channel of CHANNELS) {
    const { job, takes } = DELIVERIES[channel];
    if (takes(ctx.ports, code))
      await enqueue(ctx.h, { kind: job, key: id, dueMs: ctx.now.ms, payload: { messageId: id } });
  }
}
