import { accounts as contract } from '@jikaotong/shared/contract';
import { type Route, command, query, refuse } from '../../platform/http';
import { presentAccount } from './account.presenter';
import { bindPhone, loadAccount, phoneKey, setConsent } from './account.repository';
import { callerOf } from './caller';
import { phoneOfCode } from './external-identity';
import { newTotpSecret, totpUri } from './second-factor';
import { confirmTotp, putTotpSecret, takeTotp, totpSecretOf } from './second-factor.repository';
import { afterCommit, thisDevice } from './sign-in';
import { dropInvitations } from './staff.repository';
import { takeCode } from './sms-code.repository';
import { endOtherFamiliesOf } from './token-family.repository';

const getMe = query(contract.getMe, async (ctx) => presentAccount(ctx, await loadAccount(ctx.h, ctx.actor.accountId)));

const giveConsent = command(contract.giveConsent, {
  handle: async (ctx) => {
    const { accountId } = ctx.actor;
    const { version } = ctx.input.body;
    await setConsent(ctx.h, accountId, version, ctx.now.ms);
    ctx.audit('consent-given', { accountId }, { version });
    return { id: accountId };
  },
  present: async (ctx, accountId) => presentAccount(ctx, await loadAccount(ctx.h, accountId)),
});

const PROVEN = 'proven';

/**
 * The id of this command is the verdict on the code, so that a wrong one is refused after its try is taken. Candidates
 * only: staff come in by password and second factor, and a phone would be a way around both.
 */
const provePhone = command(contract.provePhone, {
  before: async (outside) =>
    'wechatCode' in outside.input.body ? phoneOfCode(outside.ports, outside.input.body.wechatCode) : null,
  handle: async (ctx, wechatPhone) => {
    if (ctx.actor.kind === 'staff') refuse('forbidden');
    const { crypto } = ctx.ports;
    const given = ctx.input.body;
    const sms = 'wechatCode' in given ? null : given;
    const caller = sms && callerOf(ctx, phoneKey(crypto, sms.phone));
    const verdict = caller ? await takeCode(ctx.h, crypto, { ...sms, caller, wallMs: ctx.now.wallMs }) : 'right';
    if (typeof verdict !== 'string')
      return refuse('too-many-requests', { retryInSeconds: Math.ceil(verdict.waitMs / 1000) });
    if (verdict !== 'right') return { id: verdict };
    const phone = sms?.phone ?? wechatPhone ?? refuse('wechat-code-invalid');
    const { accountId } = ctx.actor;
    if ((await bindPhone(ctx.h, crypto, { accountId, phone, nowMs: ctx.now.ms })) === 'taken') refuse('phone-in-use');
    ctx.audit('phone-proven', { accountId }, { by: sms ? 'code' : 'wechat' });
    return { id: PROVEN };
  },
  call: afterCommit,
  present: async (ctx, verdict) => {
    if (verdict !== PROVEN) refuse(verdict === 'code-wrong' ? 'code-wrong' : 'code-expired');
    return presentAccount(ctx, await loadAccount(ctx.h, ctx.actor.accountId));
  },
});

const beginSecondFactor = command(contract.beginSecondFactor, {
  handle: async (ctx) => {
    const account = await loadAccount(ctx.h, ctx.actor.accountId);
    const kept = account.kind === 'staff' && (await putTotpSecret(ctx.h, ctx.ports.crypto, account, newTotpSecret()));
    if (!kept) refuse('wrong-state');
    return { id: account.id };
  },
  present: async (ctx, accountId) => {
    const account = await loadAccount(ctx.h, accountId);
    const secret = account.totpConfirmedAt === null ? totpSecretOf(ctx.ports.crypto, account) : null;
    if (secret === null) return refuse('wrong-state');
    return { secret, uri: totpUri(secret, account.displayName ?? account.id) };
  },
});

const confirmSecondFactor = command(contract.confirmSecondFactor, {
  handle: async (ctx) => {
    const account = await loadAccount(ctx.h, ctx.actor.accountId);
    if (account.totpSecret === null || account.totpConfirmedAt !== null) refuse('wrong-state');
    const { code } = ctx.input.body;
    if (!(await takeTotp(ctx.h, ctx.ports.crypto, account, { code, wallMs: ctx.now.wallMs }))) refuse('code-wrong');
    await confirmTotp(ctx.h, account.id, ctx.now.wallMs);
    // whoever came in without it, or holds a link that asks for none, is out
    await dropInvitations(ctx.h, account.id);
    await endOtherFamiliesOf(ctx.h, account.id, thisDevice(ctx.actor), ctx.now.wallMs);
    ctx.audit('second-factor-on', { accountId: account.id });
    return { id: account.id };
  },
  present: async (ctx, accountId) => presentAccount(ctx, await loadAccount(ctx.h, accountId)),
});

export const routes: Route[] = [getMe, giveConsent, provePhone, beginSecondFactor, confirmSecondFactor];
