import { bodyParser } from '@koa/bodyparser';
import type Koa from 'koa';
import { refuse } from './refusal';

/** Facts of an application with their signature drawn as points fit; files go by upload. */
export const MAX_BODY_BYTES = 1_000_000;

const parse = bodyParser({
  enableTypes: ['json'],
  parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  jsonLimit: MAX_BODY_BYTES,
  onError: (error) => {
    const status = 'status' in error ? error.status : null;
    if (status === 413) refuse('too-large', { maxBytes: MAX_BODY_BYTES });
    if (status === 415) refuse('unsupported-type');
    refuse('malformed-request');
  },
});

/** A JSON body as it was sent, and parsed; another type is left alone (see `jsonBody`). */
export async function receiveBody(ctx: Koa.Context): Promise<void> {
  await parse(ctx, () => Promise.resolve());
}

/** The raw text of the body; empty when it was no JSON. */
export const rawBody = (ctx: Koa.Context): string => ctx.request.rawBody ?? '';

/** The parsed body, `{}` when there is none; refuses another type than JSON. */
export function jsonBody(ctx: Koa.Context): unknown {
  if (rawBody(ctx) !== '') return ctx.request.body;
  const none = ctx.get('transfer-encoding') === '' && Number(ctx.get('content-length') || 0) === 0;
  return none ? {} : refuse('unsupported-type');
}
