import { createHash, randomBytes } from 'node:crypto';
import { toBuffer } from 'qrcode';
import { z } from 'zod';
import { type SandboxAnswer, type SandboxContext, type SandboxRequest, jsonAnswer, parseJson } from './sandbox-context';
import type { SandboxState } from './state';
import { fitsField } from './template-value';

const CODE_LIFE_MS = 5 * 60_000;
const TOKEN_LIFE_SECONDS = 7_200;

/** The mini-program's server API; null for a path it does not know. */
export async function wechatApi(ctx: SandboxContext, request: SandboxRequest): Promise<SandboxAnswer | null> {
  switch (`${request.method} ${request.url.pathname}`) {
    case 'GET /sns/jscode2session':
      return code2session(ctx, request.url.searchParams);
    case 'POST /cgi-bin/stable_token':
      return stableToken(ctx, request);
    case 'POST /wxa/business/getuserphonenumber':
      return withToken(ctx, request, () => phoneNumber(ctx, request));
    case 'POST /wxa/getwxacodeunlimit':
      return withToken(ctx, request, () => miniCode(ctx, request));
    case 'POST /cgi-bin/message/subscribe/send':
      return withToken(ctx, request, () => sendMessage(ctx, request));
    default:
      return null;
  }
}

/** A code as wx.login gives it: five minutes, once. */
export function mintLoginCode(ctx: SandboxContext, openid?: string): { code: string; openid: string } {
  const owner = openid ?? `o${randomBytes(20).toString('base64url')}`;
  const code = `0${randomBytes(23).toString('base64url')}`;
  ctx.store.state.loginCodes[code] = { value: owner, expiresMs: Date.now() + CODE_LIFE_MS, used: false };
  ctx.store.changed();
  return { code, openid: owner };
}

/** A code as the phone-number button gives it. */
export function mintPhoneCode(ctx: SandboxContext, phone: string): { code: string } {
  const code = randomBytes(32).toString('hex');
  ctx.store.state.phoneCodes[code] = { value: phone, expiresMs: Date.now() + CODE_LIFE_MS, used: false };
  ctx.store.changed();
  return { code };
}

/** The user tapped "allow" once: one message of this template may be sent. */
export function grantMessage(ctx: SandboxContext, openid: string, templateId: string): void {
  const key = `${openid} ${templateId}`;
  ctx.store.state.grants[key] = (ctx.store.state.grants[key] ?? 0) + 1;
  ctx.store.changed();
}

/** Only codes that were given out: the word `__proto__` would otherwise find, and spoil, what every object has. */
const codeIn = (codes: SandboxState['loginCodes'], code: string | null | undefined) =>
  typeof code === 'string' && Object.hasOwn(codes, code) ? codes[code] : undefined;

function code2session(ctx: SandboxContext, query: URLSearchParams): SandboxAnswer {
  if (query.get('appid') !== ctx.secrets.appid) return problem(40013, 'invalid appid');
  if (query.get('secret') !== ctx.secrets.appSecret) return problem(40125, 'invalid appsecret');
  const code = codeIn(ctx.store.state.loginCodes, query.get('js_code'));
  if (!code || code.expiresMs < Date.now()) return problem(40029, 'invalid code');
  if (code.used) return problem(40163, 'code been used');
  code.used = true;
  ctx.store.changed();
  const sessionKey = createHash('sha256').update(`${ctx.secrets.appSecret}${code.value}`).digest().subarray(0, 16);
  return jsonAnswer({ openid: code.value, session_key: sessionKey.toString('base64') });
}

const tokenWanted = z.object({
  grant_type: z.literal('client_credential'),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().optional(),
});

function stableToken(ctx: SandboxContext, request: SandboxRequest): SandboxAnswer {
  const read = tokenWanted.safeParse(parseJson(request.body));
  if (!read.success) return problem(40002, 'invalid grant_type');
  if (read.data.appid !== ctx.secrets.appid) return problem(40013, 'invalid appid');
  if (read.data.secret !== ctx.secrets.appSecret) return problem(40125, 'invalid appsecret');
  const state = ctx.store.state;
  // In normal mode everybody gets the same token until shortly before its end.
  if (!state.token || read.data.force_refresh === true || state.token.expiresMs - Date.now() < 300_000) {
    state.token = { value: randomBytes(68).toString('base64url'), expiresMs: Date.now() + TOKEN_LIFE_SECONDS * 1000 };
    ctx.store.changed();
  }
  return jsonAnswer({
    access_token: state.token.value,
    expires_in: Math.floor((state.token.expiresMs - Date.now()) / 1000),
  });
}

function withToken(
  ctx: SandboxContext,
  request: SandboxRequest,
  go: () => SandboxAnswer | Promise<SandboxAnswer>,
): SandboxAnswer | Promise<SandboxAnswer> {
  const given = request.url.searchParams.get('access_token') ?? '';
  const { token } = ctx.store.state;
  if (ctx.faults.tokenRejects > 0) {
    ctx.faults.tokenRejects -= 1;
    ctx.store.state.token = null;
    return problem(40001, 'invalid credential, access_token is invalid or not latest');
  }
  if (!token || token.value !== given)
    return problem(40001, 'invalid credential, access_token is invalid or not latest');
  if (token.expiresMs <= Date.now()) return problem(42001, 'access_token expired');
  return go();
}

function phoneNumber(ctx: SandboxContext, request: SandboxRequest): SandboxAnswer {
  const read = z.object({ code: z.string() }).safeParse(parseJson(request.body));
  const code = codeIn(ctx.store.state.phoneCodes, read.data?.code);
  if (!code || code.used || code.expiresMs < Date.now()) return problem(40029, 'invalid code');
  code.used = true;
  ctx.store.changed();
  return jsonAnswer({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: code.value,
      purePhoneNumber: code.value,
      countryCode: '86',
      watermark: { timestamp: Math.floor(Date.now() / 1000), appid: ctx.secrets.appid },
    },
  });
}

const miniCodeWanted = z.object({
  scene: z.string().regex(/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/),
  page: z.string().optional(),
  width: z.number().int().min(280).max(1280).optional(),
});

/** A square code instead of WeChat's round one: it holds the same page and scene. */
async function miniCode(ctx: SandboxContext, request: SandboxRequest): Promise<SandboxAnswer> {
  const read = miniCodeWanted.safeParse(parseJson(request.body));
  if (!read.success) return problem(40129, 'invalid scene');
  const { page = '', scene, width = 430 } = read.data;
  if (page.startsWith('/')) return problem(41030, 'invalid page');
  const link = `weixin://dl/business/?appid=${ctx.secrets.appid}&path=${page}&query=scene%3D${encodeURIComponent(scene)}`;
  return { status: 200, headers: { 'content-type': 'image/png' }, body: await toBuffer(link, { width, margin: 2 }) };
}

const messageWanted = z.object({
  touser: z.string().min(1),
  template_id: z.string().min(1),
  page: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.string().min(1) })),
});

function sendMessage(ctx: SandboxContext, request: SandboxRequest): SandboxAnswer {
  const read = messageWanted.safeParse(parseJson(request.body));
  if (!read.success) return problem(47003, 'argument invalid');
  const { touser, template_id: templateId, page, data } = read.data;
  const unfit = Object.entries(data).find(([name, { value }]) => !fitsField(name, value));
  if (unfit) return problem(47003, `argument invalid! data.${unfit[0]}.value invalid`);
  const key = `${touser} ${templateId}`;
  const grants = ctx.store.state.grants[key] ?? 0;
  if (grants < 1) return problem(43101, 'user refuse to accept the msg');
  ctx.store.state.grants[key] = grants - 1;
  ctx.store.state.messages.push({
    id: randomBytes(8).toString('hex'),
    openid: touser,
    templateId,
    page: page ?? null,
    data: Object.fromEntries(Object.entries(data).map(([name, { value }]) => [name, value])),
    atMs: Date.now(),
  });
  ctx.store.changed();
  return jsonAnswer({ errcode: 0, errmsg: 'ok', msgid: Date.now() });
}

const problem = (errcode: number, errmsg: string): SandboxAnswer => jsonAnswer({ errcode, errmsg });
