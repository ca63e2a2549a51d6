import type { MessageCode } from '@jikaotong/shared/contract';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { type Context, type Subscription, on } from '../../platform/http';
import { accountNotified } from '../accounts';
import {
  type ApplicationEvent,
  applicationApproved,
  applicationChangedHands,
  applicationLapsed,
  applicationRejected,
  applicationReturned,
  applicationSubmitted,
  applicationWithdrawn,
  findApplication,
} from '../applications';
import { findSession } from '../sessions';
import type { MessageData } from './message.record';
import { changeMessageOwner } from './message.repository';
import { notify } from './notify';

const tell =
  (code: MessageCode, dataOf: (c: Context, event: ApplicationEvent) => Promise<MessageData> = noData) =>
  async (c: Context, event: ApplicationEvent): Promise<void> => {
    const { accountId, applicationId } = event;
    await notify(c, { accountId, applicationId, code, data: await dataOf(c, event) });
  };

const noData = (): Promise<MessageData> => Promise.resolve({});

async function payBy(c: Context, { sessionId }: ApplicationEvent): Promise<MessageData> {
  const session = await findSession(c.h, sessionId);
  return { payBy: session && spanOf(session.windows, 'payment').closes };
}

async function reason(c: Context, { applicationId }: ApplicationEvent): Promise<MessageData> {
  return { reason: (await findApplication(c.h, applicationId))?.rejection ?? null };
}

/** What candidates are told of; other features send `accountNotified` with a code of words/messages. */
export const subscriptions: readonly Subscription[] = [
  on(accountNotified, notify),
  on(applicationChangedHands, async (c, { applicationId, toAccountId }) => {
    await changeMessageOwner(c.h, applicationId, toAccountId);
  }),
  on(applicationSubmitted, tell('application-submitted')),
  on(applicationReturned, tell('application-returned')),
  on(applicationApproved, tell('application-approved', payBy)),
  on(applicationRejected, tell('application-rejected', reason)),
  on(applicationLapsed, tell('application-lapsed')),
  on(applicationWithdrawn, tell('application-withdrawn')),
];
