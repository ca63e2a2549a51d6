import type { MessageCode, TellTemplate } from '@jikaotong/shared/contract';
import { type Context, refuse } from '../../platform/http';
import { type MessageData, tellAccount } from '../../platform/outbox';
import { claimTelling, noteMessage } from './staff-message.repository';

/** What a template says. */
const CODES: Readonly<Record<TellTemplate, MessageCode>> = {
  mend: 'mend-reminder',
  pay: 'payment-reminder',
  ticket: 'ticket-unopened',
  exam: 'exam-reminder',
  contact: 'contact-asked',
  own: 'staff-note',
};
export const codeOfTemplate = (template: TellTemplate): MessageCode => CODES[template];

/** Tells a candidate what staff chose, once a day, through the outbox and its limits; refuses `told-already`. */
export async function tellChosen(
  ctx: Context,
  given: {
    readonly bodyId: string;
    readonly sessionId: string;
    readonly candidateId: string;
    readonly accountId: string | null;
    readonly template: TellTemplate;
    readonly data: MessageData;
    readonly byAccountId: string;
  },
): Promise<void> {
  const { accountId, data, ...telling } = given;
  const { template, candidateId, sessionId } = telling;
  const claim = await claimTelling(ctx.h, { ...telling, onDay: ctx.now.day, nowMs: ctx.now.ms });
  if (claim === null) return refuse('told-already', { template });
  const messageId = await tellAccount(ctx, { accountId, candidateId, code: CODES[template], data });
  if (messageId !== null) await noteMessage(ctx.h, claim, messageId);
  ctx.audit('candidate-told', { applicationId: candidateId, sessionId }, { template });
}
