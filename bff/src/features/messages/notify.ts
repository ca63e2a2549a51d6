import type { MessageCode } from '@jikaotong/shared/contract';
import type { Context } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { DELIVERY } from './delivery.job';
import type { MessageData } from './message.record';
import { addMessage } from './message.repository';

export type Notification = {
  readonly accountId: string;
  readonly code: MessageCode;
  readonly data: MessageData;
  readonly applicationId?: string | undefined;
  readonly entryId?: string | undefined;
};

/**
 * Tells an account something, in the transaction of what happened: it stands in her messages at once, and WeChat is
 * told as a job where the body has a template for it.
 */
export async function notify(c: Pick<Context, 'h' | 'now' | 'ports'>, notification: Notification): Promise<void> {
  const messageId = await addMessage(c.h, notification, c.now.ms);
  if (!c.ports.config.wechat.messageTemplates[notification.code]) return;
  await enqueue(c.h, { kind: DELIVERY, key: messageId, dueMs: c.now.ms, payload: { messageId } });
}
