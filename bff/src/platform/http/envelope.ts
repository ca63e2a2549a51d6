import type Koa from 'koa';
import type { Logger } from 'pino';
import { REFUSAL_STATUS, type RefusalCode } from '@jikaotong/shared/contract';
import { isAway, isDiskFull, isTransient, newId } from '../db';
import { type Refused, refusalIn } from './refusal';

/** The outermost middleware: names the request, turns what is thrown into the envelope, writes one line of log. */
export const envelope =
  (log: Logger): Koa.Middleware =>
  async (ctx, next) => {
    const startedAt = performance.now();
    const requestId = newId();
    ctx.state.requestId = requestId;
    ctx.set('X-Request-Id', requestId);
    try {
      await next();
    } catch (error) {
      const refused = refusalIn(error) ?? refusalOfKoa(error) ?? outageIn(error);
      if (!refused) log.error({ err: error, requestId }, 'request failed');
      else if (refused.refused === 'unavailable') log.error({ err: error, requestId }, 'unavailable');
      send(ctx, refused ?? { refused: 'internal' }, requestId);
    }
    const ms = Math.round(performance.now() - startedAt);
    // the pattern of the route, never the path: a path may hold a token or a number
    log.info({ requestId, method: ctx.method, route: routeIn(ctx), status: ctx.status, ms }, 'request');
  };

function send(ctx: Koa.Context, { refused, data }: Refused, requestId: string): void {
  ctx.status = REFUSAL_STATUS[refused];
  ctx.set('Cache-Control', 'no-store');
  if (refused === 'too-many-requests') ctx.set('Retry-After', String(data?.retryInSeconds ?? 60));
  if (refused === 'unavailable') ctx.set('Retry-After', String(RETRY_SECONDS));
  ctx.body = { code: refused, ...(data === undefined ? {} : { data }), requestId };
}

/** A database restarts in less. */
const RETRY_SECONDS = 5;

/** Nobody's mistake here, and over in a while, also where others came first five times: whoever asks again is served. */
const outageIn = (error: unknown): Refused | null =>
  isAway(error) || isDiskFull(error) || isTransient(error) ? { refused: 'unavailable' } : null;

/** Koa and its parsers throw errors with a status for what the sender did wrong. */
function refusalOfKoa(error: unknown): Refused | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  return { refused: BY_STATUS[status] ?? 'malformed-request' };
}

const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-type',
};

const routeIn = (ctx: Koa.Context): string => (typeof ctx.state.route === 'string' ? ctx.state.route : 'none');
