import { accounts as contract } from '@jikaotong/shared/contract';
import { type Cookies, type Route, action, command, refuse } from '../../platform/http';
import { findAccount, findOrAddCandidate, findSignIn, passwordKey } from './account.repository';
import { rememberDevice } from './caller';
import { openidOfCode } from './external-identity';
import { hashPassword, isPassword, passwordFault } from './password';
import { passwordTries, refuseHeldUp } from './password-tries';
import { takeTotp } from './second-factor.repository';
import { REFRESH_COOKIE, afterCommit, signIn, signedInWith } from './sign-in';
import { findInvited, setPasswordHash, spendInvitation } from './staff.repository';
import { endFamiliesOf, endFamily, refreshFamily } from './token-family.repository';
import { forgetWrong, noteWrong } from './wrong-tries.repository';

const withWechat = action(contract.signInWithWechat, {
  before: (outside) => openidOfCode(outside.ports, outside.input.body.code),
  handle: async (ctx, openid) => {
    const key = { kind: 'wechat', issuer: ctx.ports.config.wechat.appId, subject: openid } as const;
    const account = await findOrAddCandidate(ctx.h, key, ctx.now.ms);
    return signIn(ctx, account, ctx.input.body.keep, 'wechat');
  },
});

/**
 * A name has so many wrong tries by one device or address, whether somebody bears it or not: what follows is one answer
 * for all, right or wrong. The id of this command is the verdict: a wrong try is counted before it is refused.
 */
const withPassword = command(contract.signInWithPassword, {
  before: async (outside) => {
    const { name, password } = outside.input.body;
    const found = await outside.read((h) => findSignIn(h, passwordKey(name)));
    return (await isPassword(found?.secretHash ?? null, password)) ? (found?.accountId ?? null) : null;
  },
  handle: async (ctx, accountId) => {
    const { name, totp, keep } = ctx.input.body;
    const { wallMs } = ctx.now;
    const tried = passwordTries(ctx, name);
    await refuseHeldUp(ctx, tried);
    const account = accountId === null ? null : await findAccount(ctx.h, accountId);
    if (account?.disabled) refuse('account-disabled');
    if (account && account.totpConfirmedAt !== null && totp === undefined) refuse('second-factor-needed');
    const isSure =
      account !== null &&
      (account.totpConfirmedAt === null ||
        (await takeTotp(ctx.h, ctx.ports.crypto, account, { code: totp ?? '', wallMs })));
    if (!isSure) {
      for (const question of tried) await noteWrong(ctx.h, question, wallMs);
      return { id: 'wrong' };
    }
    await forgetWrong(ctx.h, tried[0]);
    if (keep === 'cookie') rememberDevice(ctx, passwordKey(name));
    return { id: 'right', once: await signIn(ctx, account, keep, 'password') };
  },
  call: afterCommit,
  present: (_ctx, _verdict, once) => Promise.resolve(once ?? refuse('sign-in-failed')),
});

const refresh = command(contract.refreshSignIn, {
  handle: async (ctx) => {
    const inBody = ctx.input.body.refreshToken;
    const text = inBody ?? ownCookie(ctx.cookies);
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
    const text = ctx.input.body.refreshToken ?? ownCookie(ctx.cookies);
    if (text !== null) await endFamily(ctx.h, text, ctx.now.wallMs);
    ctx.cookies.set(REFRESH_COOKIE, null);
    return DONE;
  },
});

/** The token of a browser; refuses a page of another site, which must neither go on nor sign out in its name. */
const ownCookie = (cookies: Cookies): string | null =>
  cookies.areOurs ? cookies.get(REFRESH_COOKIE) : refuse('forbidden');

const DONE = { done: true } as const;

/**
 * A link is no way around a second factor that is on: its code is asked for before anything changes. The id of this
 * command is the verdict, so that a wrong code is counted before it is refused.
 */
const acceptInvitation = command(contract.acceptInvitation, {
  before: async (outside) => {
    const invited = await outside.read((h) => findInvited(h, outside.input.params.token, outside.now.wallMs));
    if (!invited) return refuse('invitation-invalid');
    const { password } = outside.input.body;
    const fault = await passwordFault(password, invited.name);
    return fault ? refuse(fault) : hashPassword(password);
  },
  handle: async (ctx, secretHash) => {
    const { wallMs } = ctx.now;
    const invited = await findInvited(ctx.h, ctx.input.params.token, wallMs);
    if (!invited) return refuse('invitation-invalid');
    const { account, invitationId, name } = invited;
    const tried = passwordTries(ctx, name);
    if (account.totpConfirmedAt !== null) {
      const code = ctx.input.body.totp ?? refuse('second-factor-needed');
      await refuseHeldUp(ctx, tried);
      if (!(await takeTotp(ctx.h, ctx.ports.crypto, account, { code, wallMs }))) {
        for (const question of tried) await noteWrong(ctx.h, question, wallMs);
        return { id: 'wrong' };
      }
    }
    if (!(await spendInvitation(ctx.h, invitationId, wallMs))) return refuse('invitation-invalid');
    await setPasswordHash(ctx.h, account.id, secretHash);
    await forgetWrong(ctx.h, tried[0]);
    await endFamiliesOf(ctx.h, account.id, wallMs);
    ctx.audit('password-set', { accountId: account.id });
    if (ctx.input.body.keep === 'cookie') rememberDevice(ctx, passwordKey(name));
    return { id: 'right', once: await signIn(ctx, account, ctx.input.body.keep, 'invitation') };
  },
  call: afterCommit,
  present: (_ctx, _verdict, once) => Promise.resolve(once ?? refuse('code-wrong')),
});

export const routes: Route[] = [withWechat, withPassword, refresh, signOut, acceptInvitation];
