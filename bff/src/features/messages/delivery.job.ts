import { messageSentence, messageTitle } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import { type JobHandler, jobHandler } from '../../platform/http';
import { DELIVERY_JOB } from '../../platform/outbox';
import { findOpenid } from '../accounts';
import { findMessage } from './message.repository';

/** The most characters WeChat takes in a `thing` of a template. */
const THING = 20;

/** The page a tap on the message opens. */
const PAGE = 'pages/mine/index';

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
      return { message, openid: await findOpenid(h, message.accountId, appId) };
    });
    const template = found && messageTemplates[found.message.code];
    if (!template || found.openid === null || found.message.readAt !== null) return;
    const { code, data } = found.message;
    const sent = await ports.wechat.send({
      openid: found.openid,
      templateId: template.id,
      page: PAGE,
      data: {
        [template.title]: messageTitle(code).slice(0, THING),
        [template.text]: messageSentence(code, data).slice(0, THING),
      },
    });
    if (!sent.ok && sent.error !== 'user-refused') {
      ports.log.warn({ message: messageId, code, reason: sent.error }, 'subscribe message refused');
    }
  },
);
