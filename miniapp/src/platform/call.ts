import { type EndpointSpec, type ReplyOf, needsIdempotencyKey } from '@jikaotong/shared/contract';
import { OFFLINE, type Reply } from './reply';
import { type CallArgs, type LooseArgs, send, sentBefore } from './send';
import { accessToken, dropSignIn, renewSignIn } from './signed-in';

export type CallOptions = {
  /** One for each thing the person means to do; the same again when they try again after a network failure. */
  key?: string;
  /** The version a PATCH changes. */
  ifMatch?: number;
};

/**
 * Calls the API; every expected "no", a dead network included, comes back as a value. Without a network what is kept of a
 * read stands for its answer, and says so (`keptAt`).
 */
export async function call<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  options: CallOptions = {},
): Promise<Reply<ReplyOf<E>>> {
  const reply = await ask(endpoint, args, options);
  return !reply.ok && reply.code === 'offline' ? (sentBefore(endpoint, args) ?? reply) : reply;
}

async function ask<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  options: CallOptions,
): Promise<Reply<ReplyOf<E>>> {
  const key = options.key ?? newKey();
  const first = await attempt(endpoint, args, { ...options, key });
  if (first.ok) return first;
  if (first.code === 'offline' && mayRepeat(endpoint)) {
    await pause(RETRY_AFTER_MS);
    return attempt(endpoint, args, { ...options, key });
  }
  if (first.code !== 'not-signed-in' || endpoint.who === 'anybody') return first;
  const renewal = await renewSignIn();
  if (renewal === 'offline') return OFFLINE;
  if (renewal === 'signed-out') return first;
  const second = await attempt(endpoint, args, { ...options, key });
  if (!second.ok && second.code === 'not-signed-in') dropSignIn();
  return second;
}

/** A key no other intent has. */
export const newKey = (): string =>
  `${Date.now().toString(36)}-${[0, 1, 2].map(() => Math.random().toString(36).slice(2, 10)).join('')}`;

async function attempt<E extends EndpointSpec>(
  endpoint: E,
  args: LooseArgs,
  { key, ifMatch }: CallOptions,
): Promise<Reply<ReplyOf<E>>> {
  const token = endpoint.who === 'anybody' ? null : await accessToken();
  return send(endpoint, args, {
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(key && needsIdempotencyKey(endpoint) ? { 'Idempotency-Key': key } : {}),
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
  });
}

/** Reads change nothing, and a write with a key takes effect once. */
const mayRepeat = (endpoint: EndpointSpec): boolean => endpoint.method === 'GET' || needsIdempotencyKey(endpoint);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const RETRY_AFTER_MS = 800;
