import type { MessageCode } from '@jikaotong/shared/contract';
import { insert, newId } from '../db';
import type { Context } from '../http';
import { type NewJob, enqueue, enqueueNew } from '../jobs';
import { CHANNELS, type Channel, DELIVERIES } from './channels';
import { type Message, type MessageData, messageRecord, sealMessage } from './message.record';

/** What an account is told: a code of words/messages with its data, and what it leads to. */
export type Notification = {
  /** Null: nobody yet; it is kept for whoever claims the candidate, and an SMS goes to the phone of the enrolment. */
  readonly accountId: string | null;
  readonly code: MessageCode;
  readonly data: MessageData;
  readonly candidateId?: string | undefined;
  /** The body that tells it, where it is about no candidate: without one no SMS goes out. */
  readonly bodyId?: string;
};

/**
 * Tells an account something, in the transaction of what happened: it stands among its messages at once, and goes
 * out by a job through the first channel that takes it. Answers with its id; null where it is for nobody.
 */
export async function tellAccount(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  notification: Notification,
): Promise<string | null> {
  const message = messageOf(ctx, notification);
  if (message === null) return null;
  await insert(ctx.h, messageRecord, sealMessage(ctx.ports.crypto, message));
  await sendOn(ctx, message, { after: null, dueMs: ctx.now.ms });
  return message.id;
}

/** The same for many, fifty in a statement: hundreds hear in one request. */
export async function tellAll(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  notifications: readonly Notification[],
): Promise<void> {
  const messages = notifications.flatMap((one) => messageOf(ctx, one) ?? []);
  await insert(
    ctx.h,
    messageRecord,
    messages.map((message) => sealMessage(ctx.ports.crypto, message)),
  );
  await enqueueNew(
    ctx.h,
    messages.flatMap((message) => deliveryOf(ctx, message, { after: null, dueMs: ctx.now.ms }) ?? []),
  );
}

function messageOf(
  { now }: Pick<Context, 'now'>,
  { accountId, code, data, candidateId: about, bodyId }: Notification,
): Message | null {
  const candidateId = about ?? null;
  if (accountId === null && candidateId === null) return null;
  const sentAt = now.ms;
  return {
    id: newId(),
    accountId,
    candidateId,
    bodyId: bodyId ?? null,
    code,
    data,
    sentAt,
    readAt: null,
    wentOutBy: null,
  };
}

type ToSend = Pick<Message, 'id' | 'code' | 'accountId' | 'data'>;
type Step = { readonly after: Channel | null; readonly dueMs: number };

/** Hands a message to the first channel behind `after` that takes it; null: the first of all. */
export async function sendOn(ctx: Pick<Context, 'h' | 'ports'>, message: ToSend, step: Step): Promise<void> {
  const job = deliveryOf(ctx, message, step);
  if (job !== null) await enqueue(ctx.h, job);
}

function deliveryOf({ ports }: Pick<Context, 'ports'>, message: ToSend, { after, dueMs }: Step): NewJob | null {
  const behind = CHANNELS.slice(after === null ? 0 : CHANNELS.indexOf(after) + 1);
  const channel = behind.find(
    (one) => DELIVERIES[one].takes(ports, message) && (message.accountId !== null || !DELIVERIES[one].needsAccount),
  );
  if (channel === undefined) return null;
  return { kind: DELIVERIES[channel].job, key: message.id, dueMs, payload: { messageId: message.id } };
}
