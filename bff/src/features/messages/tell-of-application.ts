import type { MessageCode } from '@jikaotong/shared/contract';
import { spanOf } from '@jikaotong/shared/rules/progress';
import type { Context } from '../../platform/http';
import { type MessageData, tellAccount } from '../../platform/outbox';
import { type ApplicationEvent, findApplication, openRejection } from '../applications';
import { findSession } from '../sessions';
import { changeMessageOwner } from './message.repository';

const tell =
  (code: MessageCode, dataOf: (ctx: Context, event: ApplicationEvent) => Promise<MessageData> = noData) =>
  async (ctx: Context, event: ApplicationEvent): Promise<void> => {
    const { accountId, applicationId } = event;
    await tellAccount(ctx, { accountId, candidateId: applicationId, code, data: await dataOf(ctx, event) });
  };

const noData = (): Promise<MessageData> => Promise.resolve({});

async function payBy(ctx: Context, { sessionId }: ApplicationEvent): Promise<MessageData> {
  const session = await findSession(ctx.h, sessionId);
  return { payBy: session && spanOf(session.windows, 'payment').closes };
}

async function reason(ctx: Context, { applicationId }: ApplicationEvent): Promise<MessageData> {
  const application = await findApplication(ctx.h, applicationId);
  return { reason: application && openRejection(ctx.ports.crypto, application) };
}

export const tellSubmitted = tell('application-submitted');
export const tellReturned = tell('application-returned');
export const tellRecalled = tell('application-return-taken-back');
export const tellApproved = tell('application-approved', payBy);
export const tellReopened = async (
  ctx: Context,
  event: ApplicationEvent & { readonly reason: string | null; readonly toMend: boolean },
): Promise<void> => {
  const { accountId, applicationId, reason: why, toMend } = event;
  const data = { reason: why, mend: toMend ? 1 : 0 };
  await tellAccount(ctx, { accountId, candidateId: applicationId, code: 'application-reopened', data });
};
export const tellRejected = tell('application-rejected', reason);
export const tellLapsed = tell('application-lapsed');
export const tellReinstated = tell('application-reinstated');
export const tellWithdrawn = tell('application-withdrawn');

/** What was told of an application goes over to its new owner. */
export async function giveMessages(
  ctx: Context,
  { applicationId, toAccountId }: { readonly applicationId: string; readonly toAccountId: string },
): Promise<void> {
  await changeMessageOwner(ctx.h, applicationId, toAccountId);
}
