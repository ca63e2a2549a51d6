import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type SandboxAnswer, type SandboxContext, type SandboxRequest, jsonAnswer, parseJson } from './sandbox-context';
import { smsTemplateTexts } from './secrets';

const SCHEME = 'ACS3-HMAC-SHA256';
const OFFSET_MS = 15 * 60_000;

/** Alibaba Cloud Dysmsapi 2017-05-25 SendSms with its V3 signature; null when the request is not for it. */
export function smsApi(ctx: SandboxContext, request: SandboxRequest): SandboxAnswer | null {
  if (request.headers['x-acs-action'] === undefined) return null;
  const refusal = signatureRefusal(ctx, request);
  if (refusal !== null) return rpc(refusal.status, refusal.code, refusal.message);
  if (request.headers['x-acs-action'] !== 'SendSms' || request.headers['x-acs-version'] !== '2017-05-25')
    return rpc(404, 'InvalidAction.NotFound', 'Specified api is not found.');
  return sendSms(ctx, request.url.searchParams);
}

function signatureRefusal(
  ctx: SandboxContext,
  request: SandboxRequest,
): { status: number; code: string; message: string } | null {
  const header = request.headers.authorization ?? '';
  const parts = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(header);
  if (!parts) return { status: 400, code: 'MissingAuthorization', message: 'Authorization is mandatory.' };
  const [, accessKeyId = '', signedHeaders = '', signature = ''] = parts;
  if (accessKeyId !== ctx.secrets.sms.accessKeyId)
    return { status: 404, code: 'InvalidAccessKeyId.NotFound', message: 'Specified access key is not found.' };
  if (!(Math.abs(Date.now() - Date.parse(String(request.headers['x-acs-date']))) <= OFFSET_MS))
    return { status: 400, code: 'InvalidTimeStamp.Expired', message: 'Specified time stamp is expired.' };
  const bodyHash = createHash('sha256').update(request.body).digest('hex');
  const names = signedHeaders.split(';');
  const canonical = [
    request.method,
    request.url.pathname,
    canonicalQuery(request.url.searchParams),
    ...names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    signedHeaders,
    bodyHash,
  ].join('\n');
  const toSign = `${SCHEME}\n${createHash('sha256').update(canonical).digest('hex')}`;
  const expected = createHmac('sha256', ctx.secrets.sms.accessKeySecret).update(toSign).digest();
  const covers = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce'].every((name) =>
    names.includes(name),
  );
  const good =
    covers &&
    request.headers['x-acs-content-sha256'] === bodyHash &&
    timingSafeEqual(expected, Buffer.from(signature, 'hex'));
  return good ? null : { status: 400, code: 'SignatureDoesNotMatch', message: 'Specified signature is not matched.' };
}

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .map(([name, value]) => [percent(name), percent(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const paramsSchema = z.record(z.string(), z.string());

function sendSms(ctx: SandboxContext, query: URLSearchParams): SandboxAnswer {
  const phone = query.get('PhoneNumbers') ?? '';
  const template = query.get('TemplateCode') ?? '';
  const words = smsTemplateTexts[template];
  const params = paramsSchema.safeParse(parseJson(query.get('TemplateParam') ?? '{}'));
  if (!/^1[3-9]\d{9}$/.test(phone)) return rpc(200, 'isv.MOBILE_NUMBER_ILLEGAL', '手机号码格式错误');
  if (query.get('SignName') !== ctx.secrets.sms.signName)
    return rpc(200, 'isv.SMS_SIGNATURE_ILLEGAL', '该账号下找不到对应签名');
  if (words === undefined) return rpc(200, 'isv.SMS_TEMPLATE_ILLEGAL', '该账号下找不到对应模板');
  if (!params.success) return rpc(200, 'isv.INVALID_JSON_PARAM', 'JSON参数不合法');
  const missing = [...words.matchAll(/\$\{(\w+)\}/g)].some(([, name = '']) => params.data[name] === undefined);
  if (missing) return rpc(200, 'isv.TEMPLATE_MISSING_PARAMETERS', '模板缺少变量');
  ctx.store.state.sms.push({
    id: randomUUID(),
    phone,
    template,
    params: params.data,
    text: words.replace(/\$\{(\w+)\}/g, (_, name: string) => params.data[name] ?? ''),
    atMs: Date.now(),
  });
  ctx.store.state.sms = ctx.store.state.sms.slice(-500);
  ctx.store.changed();
  return jsonAnswer({ Code: 'OK', Message: 'OK', RequestId: randomUUID().toUpperCase(), BizId: `${Date.now()}^0` });
}

const rpc = (status: number, code: string, message: string): SandboxAnswer =>
  jsonAnswer({ Code: code, Message: message, RequestId: randomUUID().toUpperCase() }, status);
