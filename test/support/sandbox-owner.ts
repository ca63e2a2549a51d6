import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../scripts/sandbox';
import { patience } from './patience';

/** What people do in WeChat and with their phones, over the sandbox's HTTP. */
export type SandboxOwner = {
  /** A one-time code as wx.login gives it; the same openid is the same person. */
  loginCode: (openid: string) => Promise<string>;
  /** A one-time code as the phone-number button gives it. */
  phoneCode: (phone: string) => Promise<string>;
  /** The six-digit code of the next SMS to this phone; the newest one where none comes. */
  smsCode: (phone: string) => Promise<string>;
  /** Pays as wx.requestPayment does: the parameters must bear the merchant's signature. */
  requestPayment: (parameters: Readonly<Record<string, unknown>>) => Promise<'paid' | 'cancelled'>;
  /** Allows one message of each of these templates. */
  allowMessages: (openid: string, templateIds: readonly string[]) => Promise<void>;
};

export const sandboxOwner = (sandbox: Pick<Sandbox, 'url'>): SandboxOwner => {
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const response = await fetch(`${sandbox.url}/sandbox/${path}`, init);
    if (!response.ok) throw new Error(`the sandbox answered ${path} with ${response.status} ${await response.text()}`);
    return response.json();
  };
  const readSoFar = new Map<string, number>();
  const codesTo = async (phone: string): Promise<string[]> => {
    const messages = await ask(`sms?phone=${phone}`);
    return (Array.isArray(messages) ? messages : []).flatMap((one: unknown) => /\d{6}/.exec(textAt(one, 'text')) ?? []);
  };
  return {
    loginCode: async (openid) => textAt(await ask('login-code', { openid }), 'code'),
    phoneCode: async (phone) => textAt(await ask('phone-code', { phone }), 'code'),
    smsCode: async (phone) => {
      const read = readSoFar.get(phone) ?? 0;
      // a tap has only just asked for it: what lies there may be the code before
      for (const givesUpAt = Date.now() + patience(5_000); ; await sleep(15)) {
        const codes = await codesTo(phone);
        const newest = codes.at(-1);
        if (codes.length <= read && Date.now() < givesUpAt) continue;
        if (newest === undefined) throw new Error(`no code came to ${phone}`);
        readSoFar.set(phone, codes.length);
        return newest;
      }
    },
    requestPayment: async ({ timeStamp, nonceStr, package: prepay, signType, paySign }) => {
      await ask('request-payment', { timeStamp, nonceStr, package: prepay, signType, paySign });
      return 'paid';
    },
    allowMessages: async (openid, templateIds) => {
      await ask('grants', { openid, templateIds });
    },
  };
};

const textAt = (value: unknown, name: string): string => {
  const found: unknown = Reflect.get(Object(value), name);
  if (typeof found !== 'string') throw new Error(`the sandbox said no ${name}`);
  return found;
};
