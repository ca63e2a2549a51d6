import { MOST_OF_WEBHOOK, rawBody, receiveBody } from './body';
import type { Context, Outside } from './context';
import type { Route } from './route';
import { inTx, outsideOf } from './serving';

/** A call by another server: its raw body for the signature, and its own kind of answer. */
export type WebhookCall = Outside & {
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: string;
  tx<T>(fn: (ctx: Context) => Promise<T>): Promise<T>;
};

export type WebhookAnswer = { readonly status: number; readonly body?: unknown };

/** A webhook outside `/api/v1`: no envelope, no token; the handler checks the signature first of all. */
export const webhook = (path: `/${string}`, handle: (call: WebhookCall) => Promise<WebhookAnswer>): Route => ({
  method: 'POST',
  path,
  endpoint: null,
  kind: 'webhook',
  run: async ({ ctx, params, serving, requestId }) => {
    // before the signature costs anything; a provider tells again what is refused
    await serving.limits.take('read', { ip: ctx.ip });
    await receiveBody(ctx, MOST_OF_WEBHOOK);
    const origin = { requestId, actorId: null };
    const { status, body } = await handle({
      ...outsideOf(serving, origin),
      params,
      headers: Object.fromEntries(
        Object.entries(ctx.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      ),
      rawBody: rawBody(ctx),
      tx: (fn) => inTx(serving, origin, fn),
    });
    ctx.body = body ?? null;
    // after the body: Koa turns an empty one into 204
    ctx.status = status;
  },
});
