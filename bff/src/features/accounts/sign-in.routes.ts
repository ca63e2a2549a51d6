import { accounts as contract } from '@jikaotong/shared/contract';
import { type Crypto, randomCode } from '../../platform/crypto';
import { type Route, action, command, refuse } from '../../platform/http';
import {
  PASSWORD_ISSUER,
  bindPhone,
  findAccount,
  findOrAddCandidate,
  findSignIn,
  phoneKey,
} from './account.repository';
import { openidOfCode, sendCode } from './external-identity';
import { hashPassword, isPassword, isWeakPassword } from './password';
import { takeTotp } from './second-factor.repository';
import { REFRESH_COOKIE, afterCommit, signIn, signedInWith } from './sign-in';
import { RESEND_MS } from './sms-code.policy';
import { putCode, takeCode } from './sms-code.repository';
import { findInvited, setPasswordHash, spendInvitation } from './staff.repository';
import { endFamiliesOf, endFamily, refreshFamily } from './token-family.repository';
import { PASSWORD_LIMIT } from './wrong-tries.policy';
import { type TriedSecret, forgetWrong, noteWrong, waitFor } from './wrong-tries.repository';

const withWechat = action(contract.signInWithWechat, {
  before: (outside) => openidOfCode(outside.ports, outside.input.body.code),
  handle: async (ctx, openid) => {
    const key = { kind: 'wechat', issuer: ctx.ports.config.wechat.appId, subject: openid } as const;
    const account = await findOrAddCandidate(ctx.h, key, ctx.now.ms);
    return signIn(ctx, account, ctx.input.body.keep, 'wechat');
  },
});

/** The same answer whether the phone has an account or not. The id of this command is the code: it is stored nowhere. */
const requestCode = command(contract.requestCode, {
  handle: async (ctx) => {
    const code = randomCode(6);
    const { waitMs } = await putCode(ctx.h, ctx.ports.crypto, {
      phone: ctx.input.body.phone,
      code,
      wallMs: ctx.now.wallMs,
    });
    if (waitMs > 0) refuse('code-too-soon', { retryInSeconds: Math.ceil(waitMs / 1000) });
    return { id: code };
  },
  call: (outside, code) => sendCode(outside.ports, outside.input.body.phone, code),
  present: () => Promise.resolve({ resendInSeconds: RESEND_MS / 1000 }),
});

/** The id of this command is the verdict on the code: a wrong one is refused after its try is taken. */
const withPhone = command(contract.signInWithPhone, {
  handle: async (ctx) => {
    const { phone, code, keep } = ctx.input.body;
    const { crypto } = ctx.ports;
    const verdict = await takeCode(ctx.h, crypto, { phone, code, wallMs: ctx.now.wallMs });
    if (verdict !== 'right') return { id: verdict };
    const account = await findOrAddCandidate(ctx.h, phoneKey(crypto, phone), ctx.now.ms);
    await bindPhone(ctx.h, crypto, { accountId: account.id, phone, nowMs: ctx.now.ms });
    const known = (await findAccount(ctx.h, account.id)) ?? account;
    return { id: verdict, once: await signIn(ctx, known, keep, 'phone') };
  },
  call: afterCommit,
  present: (_, verdict, once) =>
    Promise.resolve(once ?? refuse(verdict === 'code-wrong' ? 'code-wrong' : 'code-expired')),
});

/**
 * A name has so many wrong tries, whether somebody bears it or not: what follows is one answer for all, right or wrong.
 * The id of this command is the verdict: a wrong try is counted before it is refused.
 */
const withPassword = command(contract.signInWithPassword, {
  before: async (outside) => {
    const { name, password } = outside.input.body;
    const key = { kind: 'password', issuer: PASSWORD_ISSUER, subject: name } as const;
    const found = await outside.read((h) => findSignIn(h, key));
    return (await isPassword(found?.secretHash ?? null, password)) ? (found?.accountId ?? null) : null;
  },
  handle: async (ctx, accountId) => {
    const { name, totp, keep } = ctx.input.body;
    const { wallMs } = ctx.now;
    const question = passwordOf(ctx.ports.crypto, name);
    const waitMs = await waitFor(ctx.h, question, wallMs);
    if (waitMs > 0) refuse('too-many-requests', { retryInSeconds: Math.ceil(waitMs / 1000) });
    const account = accountId === null ? null : await findAccount(ctx.h, accountId);
    if (account?.disabled) refuse('account-disabled');
    if (account && account.totpConfirmedAt !== null && totp === undefined) refuse('second-factor-needed');
    const isSure =
      account !== null &&
      (account.totpConfirmedAt === null ||
        (await takeTotp(ctx.h, ctx.ports.crypto, account, { code: totp ?? '', wallMs })));
    if (!isSure) {
      await noteWrong(ctx.h, question, wallMs);
      return { id: 'wrong' };
    }
    await forgetWrong(ctx.h, question);
    return { id: 'right', once: await signIn(ctx, account, keep, 'password') };
  },
  call: afterCommit,
  present: (_ctx, _verdict, once) => Promise.resolve(once ?? refuse('sign-in-failed')),
});

const passwordOf = (crypto: Crypto, name: string): TriedSecret => ({
  ...PASSWORD_LIMIT,
  key: crypto.blindIndex('wrong-passwords', name),
});

const refresh = command(contract.refreshSignIn, {
  handle: async (ctx) => {
    const inBody = ctx.input.body.refreshToken;
    const text = inBody ?? ctx.cookies.get(REFRESH_COOKIE);
    const refreshed = text === null ? 'ended' : await refreshFamily(ctx.h, text, ctx.now.wallMs);
    if (refreshed === 'ended') return { id: 'ended' };
    const account = await findAccount(ctx.h, refreshed.accountId);
    if (!account) return { id: 'ended' };
    if (account.disabled) refuse('account-disabled');
    return { id: 'goes-on', once: await signedInWith(ctx, account, refreshed.token, inBody ? 'body' : 'cookie') };
  },
  call: afterCommit,
  present: (_ctx, _verdict, once) => Promise.resolve(once ?? refuse('not-signed-in')),
});

const signOut = action(contract.signOut, {
  handle: async (ctx) => {
    const text = ctx.input.body.refreshToken ?? ctx.cookies.get(REFRESH_COOKIE);
    if (text !== null) await endFamily(ctx.h, text, ctx.now.wallMs);
    ctx.cookies.set(REFRESH_COOKIE, null);
    return DONE;
  },
});

const DONE = { done: true } as const;

/**
 * A link is no way around a second factor that is on: its code is asked for before anything changes. The id of this
 * command is the verdict, so that a wrong code is counted before it is refused.
 */
const acceptInvitation = command(contract.acceptInvitation, {
  before: async (outside) => {
    const invited = await outside.read((h) => findInvited(h, outside.input.params.token, outside.now.wallMs));
    if (!invited) return refuse('invitation-invalid');
    if (isWeakPassword(outside.input.body.password, invited.name)) refuse('password-weak');
    return hashPassword(outside.input.body.password);
  },
  handle: async (ctx, secretHash) => {
    const { wallMs } = ctx.now;
    const invited = await findInvited(ctx.h, ctx.input.params.token, wallMs);
    if (!invited) return refuse('invitation-invalid');
    const { account, invitationId, name } = invited;
    const question = passwordOf(ctx.ports.crypto, name);
    if (account.totpConfirmedAt !== null) {
      const code = ctx.input.body.totp ?? refuse('second-factor-needed');
      const waitMs = await waitFor(ctx.h, question, wallMs);
      if (waitMs > 0) refuse('too-many-requests', { retryInSeconds: Math.ceil(waitMs / 1000) });
      if (!(await takeTotp(ctx.h, ctx.ports.crypto, account, { code, wallMs }))) {
        await noteWrong(ctx.h, question, wallMs);
        return { id: 'wrong' };
      }
    }
    if (!(await spendInvitation(ctx.h, invitationId, wallMs))) return refuse('invitation-invalid');
    await setPasswordHash(ctx.h, account.id, secretHash);
    await forgetWrong(ctx.h, question);
    await endFamiliesOf(ctx.h, account.id, wallMs);
    ctx.audit('password-set', { accountId: account.id });
    return { id: 'right', once: await signIn(ctx, account, ctx.input.body.keep, 'invitation') };
  },
  call: afterCommit,
  present: (_ctx, _verdict, once) => Promise.resolve(once ?? refuse('code-wrong')),
});

export const routes: Route[] = [withWechat, requestCode, withPhone, withPassword, refresh, signOut, acceptInvitation];
