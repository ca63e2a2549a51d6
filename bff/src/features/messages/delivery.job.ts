import { templateValues } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import type { Handle } from '../../platform/db';
import { type JobHandler, jobHandler } from '../../platform/http';
import { DELIVERY_JOB, type Message } from '../../platform/outbox';
import { findOpenid } from '../accounts';
import { kindsAndNamesOf } from '../candidates';
import { findMessage } from './message.repository';

/** Where a tap on a message leads that is about nothing with a page of its own. */
const MESSAGES_PAGE = 'packages/apply/messages/index';

/**
 * Sends a message as a WeChat subscribe message. No grant left (43101) is normal: the message stands in the app. It may
 * come twice after a crash, never a wrong one.
 */
export const deliveryJob: JobHandler = jobHandler(
  DELIVERY_JOB,
  z.strictObject({ messageId: z.string() }),
  async ({ ports, read }, { messageId }) => {
    const { appId, messageTemplates } = ports.config.wechat;
    const found = await read(async (h) => {
      const message = await findMessage(h, messageId);
      if (!message || message.accountId === null) return null;
      return { message, page: await pageOf(h, message), openid: await findOpenid(h, message.accountId, appId) };
    });
    const template = found && messageTemplates[found.message.code];
    if (!template || found.openid === null || found.message.readAt !== null) return;
    const { code } = found.message;
    const data = templateValues(code, template.fields, found.message.data);
    if (data === null) {
      ports.log.warn({ message: messageId, code }, 'subscribe message lacks a fact');
      return;
    }
    const sent = await ports.wechat.send({
      openid: found.openid,
      templateId: template.id,
      page: found.page,
      data,
    });
    if (!sent.ok && sent.error !== 'user-refused') {
      ports.log.warn({ message: messageId, code, reason: sent.error }, 'subscribe message refused');
    }
  },
);

/** The very application or entry that a message is about, where it has a page. */
async function pageOf(h: Handle, { candidateId }: Message): Promise<string> {
  if (candidateId === null) return MESSAGES_PAGE;
  const kind = (await kindsAndNamesOf(h, [candidateId])).get(candidateId)?.kind;
  switch (kind) {
    case 'application':
      return `packages/apply/detail/index?id=${candidateId}`;
    case 'entry':
      return `packages/contest/entry/index?id=${candidateId}`;
    case undefined:
      return MESSAGES_PAGE;
  }
}
