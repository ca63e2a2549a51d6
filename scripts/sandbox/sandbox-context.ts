import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults';
import type { SandboxMerchant, SandboxSecrets } from './secrets';
import type { SandboxNotification, Store } from './state';

/** One request as every protocol of the sandbox reads it. */
export type SandboxRequest = {
  method: string;
  /** Path and query exactly as sent: signatures cover them. */
  target: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
};

export type SandboxAnswer = { status: number; headers?: Record<string, string>; body: string | Buffer };

/** What the protocols share. */
export type SandboxContext = {
  secrets: SandboxSecrets;
  store: Store;
  faults: Faults;
  /** Where browsers and merchants reach this sandbox, without a slash at the end. */
  baseUrl(): string;
  /** Hands a notification to the sender, which keeps trying. */
  notify(notice: Omit<SandboxNotification, 'id' | 'attempts' | 'dueMs'>): void;
  merchant(mchid: string): SandboxMerchant | undefined;
};

const BODY_LIMIT = 1_000_000;

export async function readSandboxRequest(request: IncomingMessage): Promise<SandboxRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT) throw new Error('request body too large');
    chunks.push(bytes);
  }
  const target = request.url ?? '/';
  return {
    method: request.method ?? 'GET',
    target,
    url: new URL(target, 'http://sandbox'),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

export function sendAnswer(response: ServerResponse, answer: SandboxAnswer): void {
  response.writeHead(answer.status, { 'cache-control': 'no-store', ...answer.headers });
  response.end(answer.body);
}

export const jsonAnswer = (value: unknown, status = 200): SandboxAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

export const htmlAnswer = (body: string, status = 200): SandboxAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    'referrer-policy': 'no-referrer',
  },
  body,
});

export const redirect = (location: string): SandboxAnswer => ({ status: 303, headers: { location }, body: '' });

/** JSON that may be broken: undefined then, so that a schema refuses it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
