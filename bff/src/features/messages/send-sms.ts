import { smsNameOf, smsParams, smsParts, smsText } from '@jikaotong/shared/words';
import { type Handle, newId } from '../../platform/db';
import type { JobRun } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { DELIVERIES, type Message } from '../../platform/outbox';
import { isSurelyUnsent } from '../../platform/sms';
import { findAccount, phoneOf } from '../accounts';
import { findBody } from '../bodies';
import { findCandidate, openIdentity } from '../candidates';
import { isAgent } from '../units';
import { noteWentOut } from './message.repository';
import { USUAL_A_MONTH, isTooLate, matterOf, quietUntil } from './text-message.policy';
import { type NewTextMessage, claimMatter, giveBack, noteSent } from './text-message.repository';

type Prepared = {
  readonly phone: string;
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
  readonly claim: NewTextMessage;
};

/**
 * As an SMS that the body pays for, at most one for a matter: claimed before it is sent, and given back only where it
 * surely did not go. At night it waits for the morning; what has lost its sense by then is not sent.
 */
export async function sendThroughSms(run: JobRun, message: Message): Promise<boolean> {
  const prepared = await run.read((h) => prepare(run, h, message));
  if (prepared === null) return false;
  if (quietUntil(run.now.ms) > run.now.ms) {
    await waitForMorning(run, message);
    return false;
  }
  const { phone, template, params, claim } = prepared;
  const claimed = await run.tx((ctx) => claimMatter(ctx.h, claim));
  const { log, sms } = run.ports;
  if (claimed === 'full')
    log.error({ body: claim.bodyId, most: claim.mostAMonth }, 'the month’s SMS of a body are used up');
  if (typeof claimed === 'string') return false;
  if (claimed.isAlarming)
    log.error({ body: claim.bodyId, most: claim.mostAMonth }, 'the month’s SMS of a body run out');
  const release = () => run.tx((ctx) => giveBack(ctx.h, claimed.id, claim));
  const answer = await sms.sendSms({ phone, template, params }).catch(async (error: unknown) => {
    if (isSurelyUnsent(error)) {
      await release();
      throw error;
    }
    log.error({ err: error, message: message.id }, 'nobody knows whether an SMS went out');
    return null;
  });
  if (answer?.ok === false) {
    await release();
    // a number that does not exist never will; whoever had too many today gets it later
    if (answer.error === 'too-frequent') throw new Error('sms: too many to this number');
    log.warn({ message: message.id, reason: answer.error }, 'SMS refused');
    return false;
  }
  await run.tx(async ({ h }) => {
    await noteSent(h, claimed.id, answer?.value.receipt ?? null);
    await noteWentOut(h, message.id, 'sms');
  });
  return true;
}

/** What it takes to send it; null where none is to go: no phone, nobody who pays, not wanted, too late, or an agent no more. */
async function prepare({ ports, now }: JobRun, h: Handle, message: Message): Promise<Prepared | null> {
  const { data, candidateId, accountId } = message;
  const to = accountId ?? candidateId;
  if (isTooLate(message, now.day)) return null;
  const template = smsNameOf(message);
  if (template === null) return null;
  const params = smsParams(template, data);
  const text = smsText(template, data);
  const account = accountId === null ? null : await findAccount(h, accountId);
  if (params === null || text === null || to === null) return null;
  if (accountId !== null && (!account || account.disabled || account.textMessagesOff)) return null;
  // what waited for the morning is nothing to whoever acts for the unit no more
  const { unitId } = data;
  if (accountId !== null && typeof unitId === 'string' && !(await isAgent(h, unitId, accountId))) return null;
  const candidate = candidateId === null ? null : await findCandidate(h, candidateId);
  const bodyId = candidate?.bodyId ?? message.bodyId;
  const body = bodyId === null ? null : await findBody(h, bodyId);
  // whoever came to the counter, or in WeChat without a number, told one with the enrolment
  const phone =
    (account && phoneOf(ports.crypto, account)) ?? (candidate && openIdentity(ports.crypto, candidate).phone);
  if (phone === null || body === null || body.textMessagesOff) return null;
  const { signName, partFen } = ports.config.sms;
  const claim = {
    accountId: to,
    messageId: message.id,
    bodyId: body.id,
    matter: matterOf(message),
    parts: smsParts(text, signName),
    month: now.day.slice(0, 7),
    partFen,
    mostAMonth: body.textMessagesAMonth ?? USUAL_A_MONTH,
    nowMs: now.ms,
  };
  return { phone, template, params, claim };
}

/** Comes again in the morning; a key of its own, for that of the job that runs is spent. */
const waitForMorning = (run: JobRun, { id }: Message): Promise<boolean> =>
  run.tx(({ h }) =>
    enqueue(h, {
      kind: DELIVERIES.sms.job,
      key: `${id}:${newId()}`,
      dueMs: quietUntil(run.now.ms),
      payload: { messageId: id },
    }),
  );
