import type { Ports } from '../../platform/http';
import { refuse } from '../../platform/http';

/** The openid behind a code of wx.login; refuses `wechat-code-invalid`, `wechat-unavailable`. */
export async function openidOfCode({ wechat, log }: Ports, code: string): Promise<string> {
  const answer = await wechat.login(code).catch((error: unknown) => {
    log.error({ err: error }, 'wechat sign-in');
    return refuse('wechat-unavailable');
  });
  if (answer.ok) return answer.value.openid;
  return refuse(answer.error === 'too-frequent' ? 'wechat-unavailable' : 'wechat-code-invalid');
}

/** The mainland phone behind a code of WeChat's phone button; refuses like `openidOfCode`. */
export async function phoneOfCode({ wechat, log }: Ports, code: string): Promise<string> {
  const answer = await wechat.phoneNumber(code).catch((error: unknown) => {
    log.error({ err: error }, 'wechat phone number');
    return refuse('wechat-unavailable');
  });
  if (!answer.ok) return refuse(answer.error === 'too-frequent' ? 'wechat-unavailable' : 'wechat-code-invalid');
  return answer.value.countryCode === '86' ? answer.value.phone : refuse('wechat-code-invalid');
}

/** Sends a sign-in code; refuses `code-too-soon` when the provider holds the number back, `sms-unavailable`. */
export async function sendCode({ sms, log }: Ports, phone: string, code: string): Promise<void> {
  const answer = await sms.sendSms({ phone, template: 'sign-in-code', params: { code } }).catch((error: unknown) => {
    log.error({ err: error }, 'sign-in code');
    return refuse('sms-unavailable');
  });
  if (answer.ok) return;
  if (answer.error === 'too-frequent') refuse('code-too-soon', { retryInSeconds: 60 });
  refuse('sms-unavailable');
}
