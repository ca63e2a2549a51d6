import type { Sandbox } from '../../scripts/sandbox';

/** What people do in WeChat and with their phones, over the sandbox's HTTP. */
export type SandboxOwner = {
  /** A one-time code as wx.login gives it; the same openid is the same person. */
  loginCode: (openid: string) => Promise<string>;
  /** A one-time code as the phone-number button gives it. */
  phoneCode: (phone: string) => Promise<string>;
  /** The newest six-digit code that an SMS brought to this phone. */
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
  return {
    loginCode: async (openid) => textAt(await ask('login-code', { openid }), 'code'),
    phoneCode: async (phone) => textAt(await ask('phone-code', { phone }), 'code'),
    smsCode: async (phone) => {
      const messages = await ask(`sms?phone=${phone}`);
      const newest: unknown = Array.isArray(messages) ? messages.at(-1) : undefined;
      const code = /\d{6}/.exec(textAt(newest, 'text'))?.[0];
      if (!code) throw new Error(`no code came to ${phone}`);
      return code;
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
