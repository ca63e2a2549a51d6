import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { z } from 'zod';
import { type AccessToken, withToken } from './access-token';
import { type Api, get, postJson, readJson } from './api';

export type LoginRefusal = 'code-invalid' | 'code-used' | 'too-frequent' | 'account-blocked';
export type PhoneRefusal = 'code-invalid' | 'too-frequent';
export type MiniCodeRefusal = 'page-invalid' | 'too-frequent';
export type SendRefusal = 'user-refused' | 'openid-invalid' | 'template-invalid' | 'data-invalid' | 'page-invalid';

export type SubscribeMessage = {
  openid: string;
  templateId: string;
  /** Page of the mini-program that a tap opens, with query. */
  page: string;
  /** Template key such as `thing1` → value, each as its type takes it (words/template-values). */
  data: Readonly<Record<string, string>>;
};

const sessionAnswer = z.object({ openid: z.string().min(1), unionid: z.string().nullable().catch(null) });

/** Who is behind a code of wx.login (five minutes, once). The session key is dropped: nothing here decrypts with it. */
export async function codeToOpenid(
  api: Api,
  code: string,
): Promise<Result<{ openid: string; unionid: string | null }, LoginRefusal>> {
  const query = new URLSearchParams({
    appid: api.appid,
    secret: api.secret,
    js_code: code,
    grant_type: 'authorization_code',
  });
  const response = await get(api, `/sns/jscode2session?${query.toString()}`);
  const answer = await readJson(response, '/sns/jscode2session', sessionAnswer);
  if (answer.ok) return ok({ openid: answer.value.openid, unionid: answer.value.unionid });
  return refusedBy('jscode2session', answer.error, {
    40029: 'code-invalid',
    40163: 'code-used',
    45011: 'too-frequent',
    40226: 'account-blocked',
  });
}

const phoneAnswer = z.object({
  phone_info: z.object({ purePhoneNumber: z.string().min(1), countryCode: z.string() }),
});

/** The phone number proven by WeChat behind a code of the phone-number button (five minutes, once, costs money). */
export async function codeToPhone(
  api: Api,
  token: AccessToken,
  code: string,
): Promise<Result<{ phone: string; countryCode: string }, PhoneRefusal>> {
  const path = '/wxa/business/getuserphonenumber';
  const answer = await withToken(token, async (accessToken) =>
    readJson(await postJson(api, `${path}?access_token=${accessToken}`, { code }), path, phoneAnswer),
  );
  if (!answer.ok) return refusedBy(path, answer.error, { 40029: 'code-invalid', 45011: 'too-frequent' });
  return ok({
    phone: answer.value.phone_info.purePhoneNumber,
    countryCode: answer.value.phone_info.countryCode,
  });
}

export type MiniCode = { bytes: Buffer; type: 'image/png' | 'image/jpeg' };

/** The code that opens a page of the mini-program; scene is at most 32 of WeChat's characters and throws otherwise. */
export async function fetchMiniCode(
  api: Api,
  token: AccessToken,
  wanted: { scene: string; page: string; widthPx?: number },
): Promise<Result<MiniCode, MiniCodeRefusal>> {
  if (!/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/.test(wanted.scene)) throw new Error('scene does not fit a mini-program code');
  const path = '/wxa/getwxacodeunlimit';
  const body = { scene: wanted.scene, page: wanted.page, check_path: false, width: wanted.widthPx ?? 430 };
  const answer = await withToken(token, async (accessToken) => {
    const response = await postJson(api, `${path}?access_token=${accessToken}`, body);
    const type = imageType(response.headers.get('content-type'));
    if (!type) return readJson(response, path, z.never());
    return ok({ bytes: Buffer.from(await response.arrayBuffer()), type });
  });
  if (answer.ok) return answer;
  return refusedBy(path, answer.error, { 41030: 'page-invalid', 45009: 'too-frequent' });
}

/** One subscribe message; `user-refused` (no grant left) is the ordinary no. */
export async function sendSubscribeMessage(
  api: Api,
  token: AccessToken,
  message: SubscribeMessage,
): Promise<Result<null, SendRefusal>> {
  const path = '/cgi-bin/message/subscribe/send';
  const body = {
    touser: message.openid,
    template_id: message.templateId,
    page: message.page,
    lang: 'zh_CN',
    data: Object.fromEntries(Object.entries(message.data).map(([name, value]) => [name, { value }])),
  };
  const answer = await withToken(token, async (accessToken) =>
    readJson(
      await postJson(api, `${path}?access_token=${accessToken}`, body),
      path,
      z.object({ errcode: z.literal(0) }),
    ),
  );
  if (answer.ok) return ok(null);
  return refusedBy(path, answer.error, {
    43101: 'user-refused',
    40003: 'openid-invalid',
    40037: 'template-invalid',
    47003: 'data-invalid',
    41030: 'page-invalid',
  });
}

/** The errcode as a refusal; one that is not an expected no (wrong secret, system busy) is thrown. */
function refusedBy<R extends string>(
  path: string,
  errcode: number,
  refusals: Readonly<Record<number, R>>,
): { readonly ok: false; readonly error: R } {
  const refusal = refusals[errcode];
  if (refusal === undefined) throw new Error(`wechat ${path}: errcode ${errcode}`);
  return failed(refusal);
}

function imageType(header: string | null): MiniCode['type'] | null {
  if (header?.startsWith('image/png')) return 'image/png';
  return header?.startsWith('image/jpeg') ? 'image/jpeg' : null;
}
