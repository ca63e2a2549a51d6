import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Room, type Visit, json, parseJson } from './door';
import { smsTemplateTexts } from './secrets';

const SCHEME = 'ACS3-HMAC-SHA256';
const OFFSET_MS = 15 * 60_000;

/** Alibaba Cloud Dysmsapi 2017-05-25 SendSms with its V3 signature; null when the request is not for it. */
export function smsApi(room: Room, visit: Visit): Answer | null {
  if (visit.headers['x-acs-action'] === undefined) return null;
  const refusal = signatureRefusal(room, visit);
  if (refusal !== null) return rpc(refusal.status, refusal.code, refusal.message);
  if (visit.headers['x-acs-action'] !== 'SendSms' || visit.headers['x-acs-version'] !== '2017-05-25')
    return rpc(404, 'InvalidAction.NotFound', 'Specified api is not found.');
  return sendSms(room, visit.url.searchParams);
}

function signatureRefusal(room: Room, visit: Visit): { status: number; code: string; message: string } | null {
  const header = visit.headers.authorization ?? '';
  const parts = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(header);
  if (!parts) return { status: 400, code: 'MissingAuthorization', message: 'Authorization is mandatory.' };
  const [, accessKeyId = '', signedHeaders = '', signature = ''] = parts;
  if (accessKeyId !== room.secrets.sms.accessKeyId)
    return { status: 404, code: 'InvalidAccessKeyId.NotFound', message: 'Specified access key is not found.' };
  if (!(Math.abs(Date.now() - Date.parse(String(visit.headers['x-acs-date']))) <= OFFSET_MS))
    return { status: 400, code: 'InvalidTimeStamp.Expired', message: 'Specified time stamp is expired.' };
  const bodyHash = createHash('sha256').update(visit.body).digest('hex');
  const names = signedHeaders.split(';');
  const canonical = [
    visit.method,
    visit.url.pathname,
    canonicalQuery(visit.url.searchParams),
    ...names.map((name) => `${name}:${String(visit.headers[name] ?? '').trim()}`),
    '',
    signedHeaders,
    bodyHash,
  ].join('\n');
  const toSign = `${SCHEME}\n${createHash('sha256').update(canonical).digest('hex')}`;
  const expected = createHmac('sha256', room.secrets.sms.accessKeySecret).update(toSign).digest();
  const covers = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce'].every((name) =>
    names.includes(name),
  );
  const good =
    covers &&
    visit.headers['x-acs-content-sha256'] === bodyHash &&
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

function sendSms(room: Room, query: URLSearchParams): Answer {
  const phone = query.get('PhoneNumbers') ?? '';
  const template = query.get('TemplateCode') ?? '';
  const words = smsTemplateTexts[template];
  const params = paramsSchema.safeParse(parseJson(query.get('TemplateParam') ?? '{}'));
  if (!/^1[3-9]\d{9}$/.test(phone)) return rpc(200, 'isv.MOBILE_NUMBER_ILLEGAL', '手机号码格式错误');
  if (query.get('SignName') !== room.secrets.sms.signName)
    return rpc(200, 'isv.SMS_SIGNATURE_ILLEGAL', '该账号下找不到对应签名');
  if (words === undefined) return rpc(200, 'isv.SMS_TEMPLATE_ILLEGAL', '该账号下找不到对应模板');
  if (!params.success) return rpc(200, 'isv.INVALID_JSON_PARAM', 'JSON参数不合法');
  const missing = [...words.matchAll(/\$\{(\w+)\}/g)].some(([, name = '']) => params.data[name] === undefined);
  if (missing) return rpc(200, 'isv.TEMPLATE_MISSING_PARAMETERS', '模板缺少变量');
  room.store.state.sms.push({
    id: randomUUID(),
    phone,
    template,
    params: params.data,
    text: words.replace(/\$\{(\w+)\}/g, (_, name: string) => params.data[name] ?? ''),
    atMs: Date.now(),
  });
  room.store.state.sms = room.store.state.sms.slice(-500);
  room.store.changed();
  return json({ Code: 'OK', Message: 'OK', RequestId: randomUUID().toUpperCase(), BizId: `${Date.now()}^0` });
}

const rpc = (status: number, code: string, message: string): Answer =>
  json({ Code: code, Message: message, RequestId: randomUUID().toUpperCase() }, status);
