import { createHash, createHmac } from 'node:crypto';

type Request = {
  method: 'POST' | 'GET';
  host: string;
  action: string;
  version: string;
  query: Readonly<Record<string, string>>;
  /** ISO 8601 in UTC without milliseconds. */
  date: string;
  nonce: string;
};

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** Query string and headers of an RPC call signed with Alibaba Cloud's signature V3; the body is empty. */
export function signAcs3(
  request: Request,
  key: { accessKeyId: string; accessKeySecret: string },
): { query: string; headers: Record<string, string> } {
  const query = Object.entries(request.query)
    .map(([name, value]) => `${percent(name)}=${percent(value)}`)
    .toSorted()
    .join('&');
  const bodyHash = sha256('');
  const signed: Record<string, string> = {
    host: request.host,
    'x-acs-action': request.action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': request.date,
    'x-acs-signature-nonce': request.nonce,
    'x-acs-version': request.version,
  };
  const names = Object.keys(signed).toSorted();
  const canonical = [
    request.method,
    '/',
    query,
    ...names.map((name) => `${name}:${signed[name]}`),
    '',
    names.join(';'),
    bodyHash,
  ].join('\n');
  const signature = createHmac('sha256', key.accessKeySecret)
    .update(`${ALGORITHM}\n${sha256(canonical)}`)
    .digest('hex');
  return {
    query,
    headers: {
      ...signed,
      authorization: `${ALGORITHM} Credential=${key.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`,
    },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** RFC 3986, which also escapes what encodeURIComponent leaves alone. */
const percent = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
