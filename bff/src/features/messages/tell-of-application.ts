import type { MessageCode } from '@jikaotong/shared/contract';
import { spanOf } from '@jikaotong/shared/rules/progress';
import type { Context } from '../../platform/http';
import { type MessageData, tellAccount } from '../../platform/outbox';
import { type ApplicationEvent, findApplication, openRejection } from '../applications';
import { findSession } from '../sessions';
import { findUnit } from '../units';
import { changeMessageOwner } from './message.repository';

const tell =
  (code: MessageCode, dataOf: (ctx: Context, event: ApplicationEvent) => Promise<MessageData> = noData) =>
  async (ctx: Context, event: ApplicationEvent): Promise<void> => {
    const { accountId, applicationId } = event;
    await tellAccount(ctx, { accountId, candidateId: applicationId, code, data: await dataOf(ctx, event) });
  };

const noData = (): Promise<MessageData> => Promise.resolve({});

/** The unit that pays, for whoever is told about money; nothing where one pays alone. */
async function unitOf(ctx: Context, { applicationId }: Pick<ApplicationEvent, 'applicationId'>): Promise<MessageData> {
  const application = await findApplication(ctx.h, applicationId);
  if (!application?.unitId) return {};
  return { unitName: (await findUnit(ctx.h, application.unitId))?.name ?? '' };
}

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
const tellToPay = tell('application-approved', payBy);
const tellUnitPays = tell('application-approved-unit-pays', unitOf);
/** Whoever's unit pays is told so, and is not asked to pay. */
export const tellApproved = async (ctx: Context, event: ApplicationEvent): Promise<void> => {
  const application = await findApplication(ctx.h, event.applicationId);
  await (application?.unitId ? tellUnitPays : tellToPay)(ctx, event);
};
export const tellReopened = async (
  ctx: Context,
  event: ApplicationEvent & { readonly reason: string | null; readonly toMend: boolean },
): Promise<void> => {
  const { accountId, applicationId, reason: why, toMend } = event;
  const data = { reason: why, mend: toMend ? 1 : 0, ...(await unitOf(ctx, event)) };
  await tellAccount(ctx, { accountId, candidateId: applicationId, code: 'application-reopened', data });
};
export const tellRejected = tell('application-rejected', reason);
export const tellLapsed = tell('application-lapsed', unitOf);
export const tellReinstated = tell('application-reinstated', unitOf);
export const tellWithdrawn = tell('application-withdrawn');

/** What was told of an application goes over to its new owner. */
export async function giveMessages(
  ctx: Context,
  { applicationId, toAccountId }: { readonly applicationId: string; readonly toAccountId: string },
): Promise<void> {
  await changeMessageOwner(ctx.h, applicationId, toAccountId, { leadsTo: true });
}

/** And what waited for whoever claims an entry; one that a list brought has no page to lead to. */
export async function giveEntryMessages(
  ctx: Context,
  of: { readonly entryId: string; readonly accountId: string; readonly isListed: boolean },
): Promise<void> {
  await changeMessageOwner(ctx.h, of.entryId, of.accountId, { leadsTo: !of.isListed });
}
