import Taro from '@tarojs/taro';
import * as z from 'zod/mini';
import { IN_WECHAT } from './environment';

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: unknown;
};

/** What came back; `offline` when nothing did. */
export type HttpAnswer = { status: number; envelope: Envelope; keptAt?: number } | 'offline';

/** The envelope every reply and refusal travels in. */
export type Envelope = { code: string; data: unknown; requestId: string | null };

/** One exchange, without meaning. */
export async function exchange({ method, url, headers, body }: HttpRequest): Promise<HttpAnswer> {
  try {
    const sent = asSent(method);
    const answer = await Taro.request<unknown>({
      method: sent.method,
      url,
      header: { 'Content-Type': 'application/json', ...headers, ...sent.override },
      ...(body === undefined ? {} : { data: JSON.stringify(body) }),
      dataType: 'text',
      responseType: 'text',
      timeout: 30_000,
      credentials: 'same-origin',
    });
    const keptAt = Number(headerOf(answer.header, KEPT_AT));
    return { status: answer.statusCode, envelope: envelopeOf(answer.data), ...(keptAt > 0 ? { keptAt } : {}) };
  } catch {
    return 'offline';
  }
}

/** Without a network the service worker answers with what it kept, and says when that was (milliseconds of the wall). */
const KEPT_AT = 'x-kept-at';

function headerOf(headers: unknown, name: string): unknown {
  if (typeof headers !== 'object' || headers === null) return undefined;
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Reads an envelope; a proxy's error page becomes the code of its status. */
export function envelopeOf(text: unknown): Envelope {
  const parsed = z.safeParse(EnvelopeText, text);
  if (!parsed.success) return { code: 'internal', data: null, requestId: null };
  const { code, data = null, requestId = null } = parsed.data;
  return { code, data, requestId };
}

const EnvelopeText = z.pipe(
  z.pipe(
    z.unknown(),
    z.transform((text) => {
      if (typeof text !== 'string') return text;
      try {
        const value: unknown = JSON.parse(text);
        return value;
      } catch {
        return null;
      }
    }),
  ),
  z.object({
    code: z.string(),
    data: z.optional(z.unknown()),
    requestId: z.optional(z.nullable(z.string())),
  }),
);

/** `wx.request` refuses PATCH, so WeChat names it in a header that the BFF reads. */
const asSent = (method: HttpRequest['method']) =>
  IN_WECHAT && method === 'PATCH'
    ? { method: 'POST' as const, override: { 'X-HTTP-Method-Override': 'PATCH' } }
    : { method, override: {} };
