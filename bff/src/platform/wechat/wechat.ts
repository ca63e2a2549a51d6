import { type AccessToken, openAccessToken } from './access-token';
import type { Api } from './api';
import type { Merchant } from './merchant';
import { type SubscribeMessage, codeToOpenid, codeToPhone, fetchMiniCode, sendSubscribeMessage } from './mini-program';
import { type Pay, openPay } from './pay';

export type WechatOptions = {
  /** `https://api.weixin.qq.com` in production, without a slash at the end. */
  apiUrl: string;
  /** `https://api.mch.weixin.qq.com` in production. */
  payUrl: string;
  appid: string;
  secret: string;
  timeoutMs?: number;
};

/** Everything the back end asks of WeChat; every call throws inside a transaction. */
export type Wechat = {
  login(code: string): ReturnType<typeof codeToOpenid>;
  phoneNumber(code: string): ReturnType<typeof codeToPhone>;
  miniCode(wanted: { scene: string; page: string; widthPx?: number }): ReturnType<typeof fetchMiniCode>;
  send(message: SubscribeMessage): ReturnType<typeof sendSubscribeMessage>;
  /** The merchant's client, kept as long as its keys stay the same. */
  payOf(merchant: Merchant): Pay;
};

export function openWechat(options: WechatOptions): Wechat {
  const timeoutMs = options.timeoutMs ?? 8_000;
  const api: Api = { baseUrl: options.apiUrl, appid: options.appid, secret: options.secret, timeoutMs };
  const token: AccessToken = openAccessToken(api);
  const pays = new Map<string, { merchant: Merchant; pay: Pay }>();
  return {
    login: async (code) => codeToOpenid(api, code),
    phoneNumber: async (code) => codeToPhone(api, token, code),
    miniCode: async (wanted) => fetchMiniCode(api, token, wanted),
    send: async (message) => sendSubscribeMessage(api, token, message),
    payOf(merchant) {
      const known = pays.get(merchant.mchid);
      if (known && sameKeys(known.merchant, merchant)) return known.pay;
      const pay = openPay({ baseUrl: options.payUrl, timeoutMs, merchant });
      pays.set(merchant.mchid, { merchant, pay });
      return pay;
    },
  };
}

const sameKeys = (a: Merchant, b: Merchant): boolean =>
  a.appid === b.appid &&
  a.serial === b.serial &&
  a.privateKeyPem === b.privateKeyPem &&
  a.apiV3Key === b.apiV3Key &&
  keysIn(a) === keysIn(b);

const keysIn = ({ platformKeys }: Merchant): string => platformKeys.map(({ id, pem }) => `${id} ${pem}`).join();
