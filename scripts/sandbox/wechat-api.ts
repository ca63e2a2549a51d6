import { createHash, randomBytes } from 'node:crypto';
import { toBuffer } from 'qrcode';
import { z } from 'zod';
import { type Answer, type Room, type Visit, json, parseJson } from './door';
import type { SandboxState } from './state';

const CODE_LIFE_MS = 5 * 60_000;
const TOKEN_LIFE_SECONDS = 7_200;

/** The mini-program's server API; null for a path it does not know. */
export async function wechatApi(room: Room, visit: Visit): Promise<Answer | null> {
  switch (`${visit.method} ${visit.url.pathname}`) {
    case 'GET /sns/jscode2session':
      return code2session(room, visit.url.searchParams);
    case 'POST /cgi-bin/stable_token':
      return stableToken(room, visit);
    case 'POST /wxa/business/getuserphonenumber':
      return withToken(room, visit, () => phoneNumber(room, visit));
    case 'POST /wxa/getwxacodeunlimit':
      return withToken(room, visit, () => miniCode(room, visit));
    case 'POST /cgi-bin/message/subscribe/send':
      return withToken(room, visit, () => sendMessage(room, visit));
    default:
      return null;
  }
}

/** A code as wx.login gives it: five minutes, once. */
export function mintLoginCode(room: Room, openid?: string): { code: string; openid: string } {
  const owner = openid ?? `o${randomBytes(20).toString('base64url')}`;
  const code = `0${randomBytes(23).toString('base64url')}`;
  room.store.state.loginCodes[code] = { value: owner, expiresMs: Date.now() + CODE_LIFE_MS, used: false };
  room.store.changed();
  return { code, openid: owner };
}

/** A code as the phone-number button gives it. */
export function mintPhoneCode(room: Room, phone: string): { code: string } {
  const code = randomBytes(32).toString('hex');
  room.store.state.phoneCodes[code] = { value: phone, expiresMs: Date.now() + CODE_LIFE_MS, used: false };
  room.store.changed();
  return { code };
}

/** The user tapped "allow" once: one message of this template may be sent. */
export function grantMessage(room: Room, openid: string, templateId: string): void {
  const key = `${openid} ${templateId}`;
  room.store.state.grants[key] = (room.store.state.grants[key] ?? 0) + 1;
  room.store.changed();
}

/** Only codes that were given out: the word `__proto__` would otherwise find, and spoil, what every object has. */
const codeIn = (codes: SandboxState['loginCodes'], code: string | null | undefined) =>
  typeof code === 'string' && Object.hasOwn(codes, code) ? codes[code] : undefined;

function code2session(room: Room, query: URLSearchParams): Answer {
  if (query.get('appid') !== room.secrets.appid) return problem(40013, 'invalid appid');
  if (query.get('secret') !== room.secrets.appSecret) return problem(40125, 'invalid appsecret');
  const code = codeIn(room.store.state.loginCodes, query.get('js_code'));
  if (!code || code.expiresMs < Date.now()) return problem(40029, 'invalid code');
  if (code.used) return problem(40163, 'code been used');
  code.used = true;
  room.store.changed();
  const sessionKey = createHash('sha256').update(`${room.secrets.appSecret}${code.value}`).digest().subarray(0, 16);
  return json({ openid: code.value, session_key: sessionKey.toString('base64') });
}

const tokenWanted = z.object({
  grant_type: z.literal('client_credential'),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().optional(),
});

function stableToken(room: Room, visit: Visit): Answer {
  const read = tokenWanted.safeParse(parseJson(visit.body));
  if (!read.success) return problem(40002, 'invalid grant_type');
  if (read.data.appid !== room.secrets.appid) return problem(40013, 'invalid appid');
  if (read.data.secret !== room.secrets.appSecret) return problem(40125, 'invalid appsecret');
  const state = room.store.state;
  // In normal mode everybody gets the same token until shortly before its end.
  if (!state.token || read.data.force_refresh === true || state.token.expiresMs - Date.now() < 300_000) {
    state.token = { value: randomBytes(68).toString('base64url'), expiresMs: Date.now() + TOKEN_LIFE_SECONDS * 1000 };
    room.store.changed();
  }
  return json({
    access_token: state.token.value,
    expires_in: Math.floor((state.token.expiresMs - Date.now()) / 1000),
  });
}

function withToken(room: Room, visit: Visit, go: () => Answer | Promise<Answer>): Answer | Promise<Answer> {
  const given = visit.url.searchParams.get('access_token') ?? '';
  const { token } = room.store.state;
  if (room.faults.tokenRejects > 0) {
    room.faults.tokenRejects -= 1;
    room.store.state.token = null;
    return problem(40001, 'invalid credential, access_token is invalid or not latest');
  }
  if (!token || token.value !== given)
    return problem(40001, 'invalid credential, access_token is invalid or not latest');
  if (token.expiresMs <= Date.now()) return problem(42001, 'access_token expired');
  return go();
}

function phoneNumber(room: Room, visit: Visit): Answer {
  const read = z.object({ code: z.string() }).safeParse(parseJson(visit.body));
  const code = codeIn(room.store.state.phoneCodes, read.data?.code);
  if (!code || code.used || code.expiresMs < Date.now()) return problem(40029, 'invalid code');
  code.used = true;
  room.store.changed();
  return json({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: code.value,
      purePhoneNumber: code.value,
      countryCode: '86',
      watermark: { timestamp: Math.floor(Date.now() / 1000), appid: room.secrets.appid },
    },
  });
}

const miniCodeWanted = z.object({
  scene: z.string().regex(/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/),
  page: z.string().optional(),
  width: z.number().int().min(280).max(1280).optional(),
});

/** A square code instead of WeChat's round one: it holds the same page and scene. */
async function miniCode(room: Room, visit: Visit): Promise<Answer> {
  const read = miniCodeWanted.safeParse(parseJson(visit.body));
  if (!read.success) return problem(40129, 'invalid scene');
  const { page = '', scene, width = 430 } = read.data;
  if (page.startsWith('/')) return problem(41030, 'invalid page');
  const link = `weixin://dl/business/?appid=${room.secrets.appid}&path=${page}&query=scene%3D${encodeURIComponent(scene)}`;
  return { status: 200, headers: { 'content-type': 'image/png' }, body: await toBuffer(link, { width, margin: 2 }) };
}

const messageWanted = z.object({
  touser: z.string().min(1),
  template_id: z.string().min(1),
  page: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.string().min(1) })),
});

function sendMessage(room: Room, visit: Visit): Answer {
  const read = messageWanted.safeParse(parseJson(visit.body));
  if (!read.success) return problem(47003, 'argument invalid');
  const { touser, template_id: templateId, page, data } = read.data;
  const tooLong = Object.entries(data).some(([key, { value }]) => /^thing\d/.test(key) && [...value].length > 20);
  if (tooLong) return problem(47003, 'argument invalid! data.thing.value invalid');
  const key = `${touser} ${templateId}`;
  const grants = room.store.state.grants[key] ?? 0;
  if (grants < 1) return problem(43101, 'user refuse to accept the msg');
  room.store.state.grants[key] = grants - 1;
  room.store.state.messages.push({
    id: randomBytes(8).toString('hex'),
    openid: touser,
    templateId,
    page: page ?? null,
    data: Object.fromEntries(Object.entries(data).map(([name, { value }]) => [name, value])),
    atMs: Date.now(),
  });
  room.store.changed();
  return json({ errcode: 0, errmsg: 'ok', msgid: Date.now() });
}

const problem = (errcode: number, errmsg: string): Answer => json({ errcode, errmsg });
