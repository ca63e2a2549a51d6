import { PassThrough } from 'node:stream';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import { sha256 } from '../crypto';
import type { Call, OutsideCall, Reply, Request } from './call';
import { type Exchange, accessOf, admit, originOf, readRequest, sendReply, takeBudget } from './exchange';
import { type Route, routeOf } from './route';
import { type Origin, inRead, outsideOf } from './serving';

/** A GET: limit → read { auth → parse → handler } → reply parse; one database connection for all of it. */
export const query = <E extends EndpointSpec>(endpoint: E, handler: (ctx: Call<E>) => Promise<Reply<E>>): Route =>
  routeOf(endpoint, 'query', async (exchange) => {
    const { value } = await readFor(exchange, endpoint, handler);
    sendReply(exchange, endpoint, value);
  });

/** A GET whose answer is made of more than the database holds, such as stored pictures: `find` in a read, `present` outside. */
export const gather = <E extends EndpointSpec, F>(
  endpoint: E,
  steps: {
    find: (ctx: Call<E>) => Promise<F>;
    present: (outside: OutsideCall<E>, found: F) => Promise<Reply<E>>;
  },
): Route =>
  routeOf(endpoint, 'query', async (exchange) => {
    const { request, origin, value } = await readFor(exchange, endpoint, steps.find);
    const outside = { ...outsideOf(exchange.serving, origin), ...request };
    sendReply(exchange, endpoint, await steps.present(outside, value));
  });

/** A file to hand over. */
export type Download = {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** As the person saves it; any characters. */
  readonly name: string;
  /** `inline` shows it in the browser; `attachment` (the default) saves it. */
  readonly show?: 'inline';
  /** Asked for again and again by programs: with an ETag, and 304 while it is the same. */
  readonly tagged?: true;
};

/** A file: `find` in a read, then `render` outside it (drawing a PDF, opening a stored file). */
export const download = <E extends EndpointSpec, F>(
  endpoint: E,
  steps: {
    find: (ctx: Call<E>) => Promise<F>;
    render: (outside: OutsideCall<E>, found: F) => Promise<Download>;
  },
): Route =>
  routeOf(endpoint, 'download', async (exchange) => {
    const { request, origin, value } = await readFor(exchange, endpoint, steps.find);
    const file = await steps.render({ ...outsideOf(exchange.serving, origin), ...request }, value);
    sendFile(exchange.ctx, file);
    if (file.tagged) tagFile(exchange.ctx, file.bytes);
  });

/** A file too long to be held: `find` in a read, then `write` outside it while it is being sent. */
export const stream = <E extends EndpointSpec, F>(
  endpoint: E,
  steps: {
    find: (ctx: Call<E>) => Promise<F & Pick<Download, 'type' | 'name'>>;
    /** Ends `out`, or throws, and the reader sees a broken file; stops by itself once `out` is destroyed. */
    write: (outside: OutsideCall<E>, found: F, out: PassThrough) => Promise<void>;
  },
): Route =>
  routeOf(endpoint, 'download', async (exchange) => {
    const { request, origin, value } = await readFor(exchange, endpoint, steps.find);
    const out = new PassThrough();
    sendHead(exchange.ctx, value);
    exchange.ctx.body = out;
    // the answer has begun: what goes wrong from here on breaks it off and is logged by the application
    void steps.write({ ...outsideOf(exchange.serving, origin), ...request }, value, out).catch((error: unknown) => {
      out.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });

function tagFile(ctx: Exchange['ctx'], bytes: Uint8Array): void {
  const etag = `"${sha256(bytes).slice(0, 32)}"`;
  ctx.set('ETag', etag);
  ctx.set('Cache-Control', 'private, no-cache');
  if (!ctx.get('if-none-match').includes(etag)) return;
  ctx.status = 304;
  ctx.body = null;
}

async function readFor<E extends EndpointSpec, T>(
  exchange: Exchange,
  endpoint: E,
  handler: (ctx: Call<E>) => Promise<T>,
): Promise<{ request: Request<E>; origin: Origin; value: T }> {
  await takeBudget(exchange, endpoint);
  const origin = originOf(exchange, null);
  return inRead(exchange.serving, origin, async (ctx) => {
    const actor = await admit(exchange, endpoint, ctx.h);
    origin.actorId = actor?.accountId ?? null;
    origin.access = actor && accessOf(exchange);
    const request = await readRequest(exchange, endpoint, actor);
    return { request, origin, value: await handler({ ...ctx, ...request }) };
  });
}

type Head = { set(name: string, value: string): void; status: number; compress?: unknown };

/** Sends bytes that no browser may run, whatever they are. */
export function sendFile(ctx: Head & { body: unknown }, file: Download): void {
  sendHead(ctx, file);
  ctx.body = Buffer.from(file.bytes);
}

function sendHead(ctx: Head, file: Pick<Download, 'type' | 'name' | 'show'>): void {
  const name = encodeURIComponent(file.name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  ctx.set('Content-Type', file.type);
  ctx.set('Content-Disposition', `${file.show ?? 'attachment'}; filename*=UTF-8''${name}`);
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  ctx.set('Cache-Control', 'private, no-store');
  // see `compression`
  ctx.compress = false;
  ctx.status = 200;
}
