import { accounts as contract } from '@jikaotong/shared/contract';
import { randomCode } from '../../platform/crypto';
import { type Context, type Cookies, type Route, command, refuse } from '../../platform/http';
import { bindPhone, findAccount, findOrAddCandidate, phoneKey } from './account.repository';
import { callerOf, rememberDevice } from './caller';
import { sendCode } from './external-identity';
import { afterCommit, signIn } from './sign-in';
import { alarmAt } from './sms-budget.policy';
import type { CodeRequest } from './sms-budget.repository';
import { RESEND_MS } from './sms-code.policy';
import { type NoCode, putCode, takeCode, withdrawCode } from './sms-code.repository';

type From = Pick<Context, 'ports'> & { readonly cookies: Cookies; readonly ip: string };

const requestOf = (from: From, phone: string): CodeRequest => ({
  phone,
  caller: callerOf(from, phoneKey(from.ports.crypto, phone)),
  mostADay: from.ports.config.sms.mostADay,
});

/**
 * The same answer whether the phone has an account or not. The id of this command is the code: it is stored nowhere. A
 * code that the provider did not take is none: no wait begins with it, and no budget pays for it.
 */
const requestCode = command(contract.requestCode, {
  handle: async (ctx) => {
    const code = randomCode(6);
    const request = requestOf(ctx, ctx.input.body.phone);
    const put = await putCode(ctx.h, ctx.ports.crypto, { ...request, code, wallMs: ctx.now.wallMs });
    if ('why' in put) return refuseCode(put);
    if (alarmAt(request.mostADay).includes(put.sentToday))
      ctx.ports.log.error({ sent: put.sentToday, most: request.mostADay }, 'sign-in codes of a day run out');
    return { id: code };
  },
  call: (outside, code) => sendCode(outside.ports, outside.input.body.phone, code),
  undo: async (ctx, code, { refused }) => {
    const request = requestOf(ctx, ctx.input.body.phone);
    if (refused === 'sms-unavailable') await withdrawCode(ctx.h, ctx.ports.crypto, { ...request, code });
  },
  present: () => Promise.resolve({ resendInSeconds: RESEND_MS / 1000 }),
});

function refuseCode({ why, waitMs }: NoCode): never {
  const data = { retryInSeconds: Math.ceil(waitMs / 1000) };
  switch (why) {
    case 'too-soon':
      return refuse('code-too-soon', data);
    case 'too-many-wrong':
    case 'number':
    case 'address':
      return refuse('too-many-requests', data);
    // nothing the caller did: the day's messages of the installation are gone
    case 'all':
      return refuse('sms-unavailable');
  }
}

/**
 * The verdict on a code of a phone; whoever gave too many wrong ones is refused `too-many-requests`. Return it before
 * refusing: a rollback would give the try back.
 */
export async function takePhoneCode(
  ctx: From & Pick<Context, 'h' | 'now'>,
  { phone, code }: { readonly phone: string; readonly code: string },
): Promise<'right' | 'code-wrong' | 'code-expired'> {
  const { crypto } = ctx.ports;
  const caller = callerOf(ctx, phoneKey(crypto, phone));
  const verdict = await takeCode(ctx.h, crypto, { phone, code, wallMs: ctx.now.wallMs, caller });
  if (typeof verdict === 'string') return verdict;
  return refuse('too-many-requests', { retryInSeconds: Math.ceil(verdict.waitMs / 1000) });
}

/** The id of this command is the verdict on the code: a wrong one is refused after its try is taken. */
const withPhone = command(contract.signInWithPhone, {
  handle: async (ctx) => {
    const { phone, code, keep } = ctx.input.body;
    const { crypto } = ctx.ports;
    const key = phoneKey(crypto, phone);
    const verdict = await takePhoneCode(ctx, { phone, code });
    if (verdict !== 'right') return { id: verdict };
    const account = await findOrAddCandidate(ctx.h, key, ctx.now.ms);
    await bindPhone(ctx.h, crypto, { accountId: account.id, phone, nowMs: ctx.now.ms });
    const known = (await findAccount(ctx.h, account.id)) ?? account;
    if (keep === 'cookie') rememberDevice(ctx, key);
    return { id: verdict, once: await signIn(ctx, known, keep, 'phone') };
  },
  call: afterCommit,
  present: (_, verdict, once) =>
    Promise.resolve(once ?? refuse(verdict === 'code-wrong' ? 'code-wrong' : 'code-expired')),
});

export const routes: Route[] = [requestCode, withPhone];
