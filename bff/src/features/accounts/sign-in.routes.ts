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
import { PASSWORDS } from './wrong-tries.policy';
import { type Question, forgetWrong, noteWrong, waitFor } from './wrong-tries.repository';

const withWechat = action(contract.signInWithWechat, {
  before: (o) => openidOfCode(o.ports, o.input.body.code),
  handle: async (c, openid) => {
    const key = { kind: 'wechat', issuer: c.ports.config.wechat.appId, subject: openid } as const;
    const account = await findOrAddCandidate(c.h, key, c.now.ms);
    return signIn(c, account, c.input.body.keep, 'wechat');
  },
});

/** The same answer whether the phone has an account or not. The id of this command is the code: it is stored nowhere. */
const requestCode = command(contract.requestCode, {
  handle: async (c) => {
    const code = randomCode(6);
    const { waitMs } = await putCode(c.h, c.ports.crypto, {
      phone: c.input.body.phone,
      code,
      wallMs: c.now.wallMs,
    });
    if (waitMs > 0) refuse('code-too-soon', { retryInSeconds: Math.ceil(waitMs / 1000) });
    return { id: code };
  },
  call: (o, code) => sendCode(o.ports, o.input.body.phone, code),
  present: () => Promise.resolve({ resendInSeconds: RESEND_MS / 1000 }),
});

/** The id of this command is the verdict on the code: a wrong one is refused after its try is taken. */
const withPhone = command(contract.signInWithPhone, {
  handle: async (c) => {
    const { phone, code, keep } = c.input.body;
    const { crypto } = c.ports;
    const verdict = await takeCode(c.h, crypto, { phone, code, wallMs: c.now.wallMs });
    if (verdict !== 'right') return { id: verdict };
    const account = await findOrAddCandidate(c.h, phoneKey(crypto, phone), c.now.ms);
    await bindPhone(c.h, crypto, { accountId: account.id, phone, nowMs: c.now.ms });
    const known = (await findAccount(c.h, account.id)) ?? account;
    return { id: verdict, once: await signIn(c, known, keep, 'phone') };
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
  before: async (o) => {
    const { name, password } = o.input.body;
    const key = { kind: 'password', issuer: PASSWORD_ISSUER, subject: name } as const;
    const found = await o.read((h) => findSignIn(h, key));
    return (await isPassword(found?.secretHash ?? null, password)) ? (found?.accountId ?? null) : null;
  },
  handle: async (c, accountId) => {
    const { name, totp, keep } = c.input.body;
    const { wallMs } = c.now;
    const question = passwordOf(c.ports.crypto, name);
    const waitMs = await waitFor(c.h, question, wallMs);
    if (waitMs > 0) refuse('too-many-requests', { retryInSeconds: Math.ceil(waitMs / 1000) });
    const account = accountId === null ? null : await findAccount(c.h, accountId);
    if (account?.disabled) refuse('account-disabled');
    if (account && account.totpConfirmedAt !== null && totp === undefined) refuse('second-factor-needed');
    const isSure =
      account !== null &&
      (account.totpConfirmedAt === null ||
        (await takeTotp(c.h, c.ports.crypto, account, { code: totp ?? '', wallMs })));
    if (!isSure) {
      await noteWrong(c.h, question, wallMs);
      return { id: 'wrong' };
    }
    await forgetWrong(c.h, question);
    return { id: 'right', once: await signIn(c, account, keep, 'password') };
  },
  call: afterCommit,
  present: (_c, _verdict, once) => Promise.resolve(once ?? refuse('sign-in-failed')),
});

const passwordOf = (crypto: Crypto, name: string): Question => ({
  ...PASSWORDS,
  key: crypto.blindIndex('wrong-passwords', name),
});

const refresh = command(contract.refreshSignIn, {
  handle: async (c) => {
    const inBody = c.input.body.refreshToken;
    const text = inBody ?? c.cookies.get(REFRESH_COOKIE);
    const refreshed = text === null ? 'ended' : await refreshFamily(c.h, text, c.now.wallMs);
    if (refreshed === 'ended') return { id: 'ended' };
    const account = await findAccount(c.h, refreshed.accountId);
    if (!account) return { id: 'ended' };
    if (account.disabled) refuse('account-disabled');
    return { id: 'goes-on', once: await signedInWith(c, account, refreshed.token, inBody ? 'body' : 'cookie') };
  },
  call: afterCommit,
  present: (_c, _verdict, once) => Promise.resolve(once ?? refuse('not-signed-in')),
});

const signOut = action(contract.signOut, {
  handle: async (c) => {
    const text = c.input.body.refreshToken ?? c.cookies.get(REFRESH_COOKIE);
    if (text !== null) await endFamily(c.h, text, c.now.wallMs);
    c.cookies.set(REFRESH_COOKIE, null);
    return DONE;
  },
});

const DONE = { done: true } as const;

/**
 * A link is no way around a second factor that is on: its code is asked for before anything changes. The id of this
 * command is the verdict, so that a wrong code is counted before it is refused.
 */
const acceptInvitation = command(contract.acceptInvitation, {
  before: async (o) => {
    const invited = await o.read((h) => findInvited(h, o.input.params.token, o.now.wallMs));
    if (!invited) return refuse('invitation-invalid');
    if (isWeakPassword(o.input.body.password, invited.name)) refuse('password-weak');
    return hashPassword(o.input.body.password);
  },
  handle: async (c, secretHash) => {
    const { wallMs } = c.now;
    const invited = await findInvited(c.h, c.input.params.token, wallMs);
    if (!invited) return refuse('invitation-invalid');
    const { account, invitationId, name } = invited;
    const question = passwordOf(c.ports.crypto, name);
    if (account.totpConfirmedAt !== null) {
      const code = c.input.body.totp ?? refuse('second-factor-needed');
      const waitMs = await waitFor(c.h, question, wallMs);
      if (waitMs > 0) refuse('too-many-requests', { retryInSeconds: Math.ceil(waitMs / 1000) });
      if (!(await takeTotp(c.h, c.ports.crypto, account, { code, wallMs }))) {
        await noteWrong(c.h, question, wallMs);
        return { id: 'wrong' };
      }
    }
    if (!(await spendInvitation(c.h, invitationId, wallMs))) return refuse('invitation-invalid');
    await setPasswordHash(c.h, account.id, secretHash);
    await forgetWrong(c.h, question);
    await endFamiliesOf(c.h, account.id, wallMs);
    c.audit('password-set', { accountId: account.id });
    return { id: 'right', once: await signIn(c, account, c.input.body.keep, 'invitation') };
  },
  call: afterCommit,
  present: (_c, _verdict, once) => Promise.resolve(once ?? refuse('code-wrong')),
});

export const routes: Route[] = [withWechat, requestCode, withPhone, withPassword, refresh, signOut, acceptInvitation];
