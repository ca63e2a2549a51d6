import { accounts as contract } from '@jikaotong/shared/contract';
import { type Route, command, query, refuse } from '../../platform/http';
import { presentAccount } from './account.presenter';
import { bindPhone, loadAccount, setConsent } from './account.repository';
import { phoneOfCode } from './external-identity';
import { newTotpSecret, totpUri } from './second-factor';
import { confirmTotp, putTotpSecret, takeTotp, totpSecretOf } from './second-factor.repository';
import { afterCommit } from './sign-in';
import { takeCode } from './sms-code.repository';

const getMe = query(contract.getMe, async (c) => presentAccount(c, await loadAccount(c.h, c.actor.accountId)));

const giveConsent = command(contract.giveConsent, {
  handle: async (c) => {
    const { accountId } = c.actor;
    const { version } = c.input.body;
    await setConsent(c.h, accountId, version, c.now.ms);
    c.audit('consent-given', { accountId }, { version });
    return { id: accountId };
  },
  present: async (c, accountId) => presentAccount(c, await loadAccount(c.h, accountId)),
});

const PROVEN = 'proven';

/**
 * The id of this command is the verdict on the code, so that a wrong one is refused after its try is taken. Candidates
 * only: staff come in by password and second factor, and a phone would be a way around both.
 */
const provePhone = command(contract.provePhone, {
  before: async (o) => ('wechatCode' in o.input.body ? phoneOfCode(o.ports, o.input.body.wechatCode) : null),
  handle: async (c, wechatPhone) => {
    if (c.actor.kind === 'staff') refuse('forbidden');
    const { crypto } = c.ports;
    const given = c.input.body;
    const sms = 'wechatCode' in given ? null : given;
    const verdict = sms ? await takeCode(c.h, crypto, { ...sms, wallMs: c.now.wallMs }) : 'right';
    if (verdict !== 'right') return { id: verdict };
    const phone = sms?.phone ?? wechatPhone ?? refuse('wechat-code-invalid');
    const { accountId } = c.actor;
    if ((await bindPhone(c.h, crypto, { accountId, phone, nowMs: c.now.ms })) === 'taken') refuse('phone-in-use');
    c.audit('phone-proven', { accountId }, { by: sms ? 'code' : 'wechat' });
    return { id: PROVEN };
  },
  call: afterCommit,
  present: async (c, verdict) => {
    if (verdict !== PROVEN) refuse(verdict === 'code-wrong' ? 'code-wrong' : 'code-expired');
    return presentAccount(c, await loadAccount(c.h, c.actor.accountId));
  },
});

const beginSecondFactor = command(contract.beginSecondFactor, {
  handle: async (c) => {
    const account = await loadAccount(c.h, c.actor.accountId);
    const kept = account.kind === 'staff' && (await putTotpSecret(c.h, c.ports.crypto, account, newTotpSecret()));
    if (!kept) refuse('wrong-state');
    return { id: account.id };
  },
  present: async (c, accountId) => {
    const account = await loadAccount(c.h, accountId);
    const secret = account.totpConfirmedAt === null ? totpSecretOf(c.ports.crypto, account) : null;
    if (secret === null) return refuse('wrong-state');
    return { secret, uri: totpUri(secret, account.displayName ?? account.id) };
  },
});

const confirmSecondFactor = command(contract.confirmSecondFactor, {
  handle: async (c) => {
    const account = await loadAccount(c.h, c.actor.accountId);
    if (account.totpSecret === null || account.totpConfirmedAt !== null) refuse('wrong-state');
    const { code } = c.input.body;
    if (!(await takeTotp(c.h, c.ports.crypto, account, { code, wallMs: c.now.wallMs }))) refuse('code-wrong');
    await confirmTotp(c.h, account.id, c.now.wallMs);
    c.audit('second-factor-on', { accountId: account.id });
    return { id: account.id };
  },
  present: async (c, accountId) => presentAccount(c, await loadAccount(c.h, accountId)),
});

export const routes: Route[] = [getMe, giveConsent, provePhone, beginSecondFactor, confirmSecondFactor];
