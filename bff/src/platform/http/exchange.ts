import { createHash } from 'node:crypto';
import type Koa from 'koa';
import { type EndpointSpec, type Role, needsIdempotencyKey } from '@jikaotong/shared/contract';
import { type Access, sha256 } from '../crypto';
import type { Handle } from '../db';
import { jsonBody, mostBytesOf, rawBody, receiveBody } from './body';
import type { Actor, Cookies, Request } from './call';
import type { IdempotencyKey } from './idempotency';
import { budgetOf } from './limits';
import { requestOf } from './parse';
import { refuse } from './refusal';
import type { Origin, Serving } from './serving';

/** One request on its way through the pipeline. */
export type Exchange = {
  readonly ctx: Koa.Context;
  readonly params: Readonly<Record<string, string>>;
  readonly serving: Serving;
  readonly requestId: string;
};

/** auth: finds who calls; refuses `not-signed-in`, `forbidden`, `second-factor-due`. */
export async function admit(exchange: Exchange, endpoint: EndpointSpec, h: Handle): Promise<Actor | null> {
  if (endpoint.who === 'anybody') return null;
  const { serving } = exchange;
  const access = accessOf(exchange);
  const actor = access && (await serving.actorOf(h, access, serving.ports));
  if (!actor) return refuse('not-signed-in');
  if (endpoint.who === 'signed-in') return actor;
  if (actor.secondFactorDue) refuse('second-factor-due');
  if (!holdsOne(actor, endpoint.who)) refuse('forbidden');
  return actor;
}

/** limit: from the budget of the account, where one is known by its token, else of the address. */
export function takeBudget(exchange: Exchange, endpoint: EndpointSpec): Promise<void> {
  const { ctx, serving } = exchange;
  const budget = budgetOf(endpoint);
  // whoever signs in is not known yet, whatever token comes along
  const access = budget === 'sign-in' ? null : accessOf(exchange);
  return serving.limits.take(budget, access ? { accountId: access.accountId } : { ip: ctx.ip });
}

/** parse: the request as the endpoint declares it. */
export async function readRequest<E extends EndpointSpec>(
  { ctx, params, serving }: Exchange,
  endpoint: E,
  actor: Actor | null,
): Promise<Request<E>> {
  if (endpoint.kind !== 'upload') await receiveBody(ctx, mostBytesOf(endpoint));
  return requestOf(endpoint, {
    params,
    query: { ...ctx.query },
    body: endpoint.body ? jsonBody(ctx) : undefined,
    ifMatch: ctx.get('if-match'),
    actor,
    ip: ctx.ip,
    agent: ctx.get('user-agent'),
    cookies: cookiesOf(ctx, serving.ports.config.publicUrl),
  });
}

/** The key of a POST that must have one, or null for an endpoint without. */
export function keyOf({ ctx }: Exchange, endpoint: EndpointSpec, actor: Actor | null): IdempotencyKey | null {
  if (!actor || !needsIdempotencyKey(endpoint)) return null;
  const key = ctx.get('idempotency-key');
  if (key === '') refuse('idempotency-key-missing');
  if (!/^[\x21-\x7e]{8,64}$/.test(key)) refuse('invalid-input', { issues: ['headers.idempotency-key'] });
  const requestHash = sha256(`${ctx.method} ${ctx.path}\n${rawBody(ctx)}`);
  return { key, accountId: actor.accountId, requestHash };
}

export const originOf = (exchange: Exchange, actor: Actor | null): Origin => ({
  requestId: exchange.requestId,
  actorId: actor?.accountId ?? null,
  access: actor && accessOf(exchange),
});

/** Who a bearer token says calls; whether the sign-in stands is for `actorOf`. */
export const accessOf = ({ ctx, serving }: Exchange): Access | null => {
  const token = /^Bearer ([\w.-]{1,4096})$/.exec(ctx.get('authorization'))?.[1] ?? '';
  return serving.ports.crypto.access.verify(token, serving.ports.clock.wallNow());
};

/** The envelope of a yes: `data` holds what the reply schema declares and nothing else. */
export function sendReply({ ctx, requestId }: Exchange, endpoint: EndpointSpec, draft: unknown): void {
  const data: unknown = endpoint.reply.parse(draft);
  const shared = endpoint.method === 'GET' && endpoint.who === 'anybody';
  const etag = shared ? tagOf(data) : versionTag(data);
  ctx.set('Cache-Control', shared ? 'no-cache' : 'no-store');
  if (etag !== null) ctx.set('ETag', etag);
  ctx.status = 200;
  ctx.body = envelopeOf(data, requestId);
  // compared here, not by ctx.fresh: browsers add `Cache-Control: no-cache` to a fetch with a tag of its own
  if (shared && etag !== null && ctx.get('if-none-match').includes(etag)) {
    ctx.status = 304;
    ctx.body = null;
  }
}

export const envelopeOf = (data: unknown, requestId: string) => ({ code: 'ok', data, requestId }) as const;

/** Of what is said, whatever its packing. */
export const tagOf = (data: unknown): string =>
  `W/"${createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 22)}"`;

const versionTag = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'version' in data && typeof data.version === 'number'
    ? `"${data.version}"`
    : null;

const holdsOne = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.kind === 'staff' && actor.grants.some((grant) => grant.roles.some((role) => roles.includes(role)));

const cookiesOf = (ctx: Koa.Context, publicUrl: string): Cookies => {
  // TLS may end at a proxy in front of us: the public address decides, not this connection
  const secure = publicUrl.startsWith('https:');
  const named = (name: string): string => (secure ? `__Host-${name}` : name);
  return {
    areOurs: isOurOrigin(ctx, publicUrl),
    get: (name) => ctx.cookies.get(named(name)) ?? null,
    set: (name, value, maxAgeMs) => {
      ctx.cookies.secure = secure;
      const kept = value === null ? { maxAge: 0 } : maxAgeMs === undefined ? {} : { maxAge: maxAgeMs };
      // the prefix asks for the whole host
      const path = secure ? '/' : '/api/v1';
      ctx.cookies.set(named(name), value ?? '', { httpOnly: true, sameSite: 'strict', path, secure, ...kept });
    },
  };
};

/** Browsers say where a POST comes from; a proxy may have changed the host, so the public address counts as well. */
function isOurOrigin(ctx: Koa.Context, publicUrl: string): boolean {
  const origin = ctx.get('origin');
  if (origin === '') return true;
  return URL.canParse(origin) && [new URL(publicUrl).host, ctx.host].includes(new URL(origin).host);
}
