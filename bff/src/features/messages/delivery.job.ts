import { templateValues } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import type { Handle } from '../../platform/db';
import { type JobHandler, type JobRun, jobHandler } from '../../platform/http';
import { CHANNELS, type Channel, DELIVERIES, type Message, sendOn } from '../../platform/outbox';
import { findOpenid } from '../accounts';
import { kindsAndNamesOf } from '../candidates';
import { findMessage, noteWentOut } from './message.repository';
import { sendThroughSms } from './send-sms';

/** Where a tap on a message leads that is about nothing with a page of its own. */
const MESSAGES_PAGE = 'packages/apply/messages/index';

/**
 * As a WeChat subscribe message. No grant left (43101) is normal: the message stands in the app. It may come twice after a
 * crash, never a wrong one.
 */
async function sendThroughWechat({ ports, read, tx }: JobRun, message: Message): Promise<boolean> {
  const { id, accountId, code } = message;
  const { appId, messageTemplates } = ports.config.wechat;
  const template = messageTemplates[code];
  if (!template || accountId === null) return false;
  const { page, openid } = await read(async (h) => ({
    page: await pageOf(h, message),
    openid: await findOpenid(h, accountId, appId),
  }));
  if (openid === null) return false;
  const data = templateValues(code, template.fields, message.data);
  if (data === null) {
    ports.log.warn({ message: id, code }, 'subscribe message lacks a fact');
    return false;
  }
  const sent = await ports.wechat.send({ openid, templateId: template.id, page, data });
  if (!sent.ok && sent.error !== 'user-refused') {
    ports.log.warn({ message: id, code, reason: sent.error }, 'subscribe message refused');
  }
  if (sent.ok) await tx(({ h }) => noteWentOut(h, id, 'wechat'));
  return sent.ok;
}

/** Each says whether it took the message. */
const SENDERS: Readonly<Record<Channel, (run: JobRun, message: Message) => Promise<boolean>>> = {
  wechat: sendThroughWechat,
  sms: sendThroughSms,
};

/** How long an outage of a channel may last before the next one is asked. */
const PATIENCE_MS = 3_600_000;

/** Sends a message on through one channel, and where that does not take it through the next. */
export const jobs: readonly JobHandler[] = CHANNELS.map((channel) =>
  jobHandler(DELIVERIES[channel].job, z.strictObject({ messageId: z.string() }), async (run, { messageId }) => {
    const message = await run.read((h) => findMessage(h, run.ports.crypto, messageId));
    if (message === null || message.readAt !== null) return;
    // another channel was asked meanwhile, and took it
    if (message.wentOutBy !== null) return;
    const goOn = (dueMs: number) => run.tx((ctx) => sendOn(ctx, message, { after: channel, dueMs }));
    const isTaken = await SENDERS[channel](run, message).catch(async (error: unknown) => {
      await goOn(run.now.ms + PATIENCE_MS);
      throw error;
    });
    if (!isTaken) await goOn(run.now.ms);
  }),
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
