import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { z } from 'zod';
import { refuseInsideTx } from '../db';

/** Where the mini-program's server API is and as whom we speak. */
export type Api = { baseUrl: string; appid: string; secret: string; timeoutMs: number };

const errorAnswer = z.object({ errcode: z.number(), errmsg: z.string().optional() });

export async function postJson(api: Api, target: string, body: unknown): Promise<Response> {
  refuseInsideTx('a call to wechat');
  return fetch(`${api.baseUrl}${target}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(api.timeoutMs),
  });
}

export async function get(api: Api, target: string): Promise<Response> {
  refuseInsideTx('a call to wechat');
  return fetch(`${api.baseUrl}${target}`, { signal: AbortSignal.timeout(api.timeoutMs) });
}

/** The answer in its shape, or WeChat's errcode; anything else is an outage and thrown without the body. */
export async function readJson<T>(response: Response, path: string, schema: z.ZodType<T>): Promise<Result<T, number>> {
  const text = await response.text();
  if (!response.ok) throw new Error(`wechat ${path}: status ${response.status}`);
  const value: unknown = JSON.parse(text);
  const error = errorAnswer.safeParse(value);
  if (error.success && error.data.errcode !== 0) return failed(error.data.errcode);
  const read = schema.safeParse(value);
  if (!read.success) throw new Error(`wechat ${path}: unexpected answer`);
  return ok(read.data);
}
