import type { CallInput, EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import { apiRoot } from './environment';
import { exchange } from './http';
import { keepRead, keeperOf, readOffline } from './offline';
import { type Reply, replyOf } from './reply';

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };
type MayBeGiven<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: T[K] };

/** What a call of this endpoint takes: its params, query and body, as far as it has them. */
export type CallArgs<E extends EndpointSpec> = Given<CallInput<E>> & MayBeGiven<CallInput<E>>;

/** Params, query and body once their types have done their work. */
export type LooseArgs = { params?: unknown; query?: unknown; body?: unknown };

/** Sends one request as it is: no token renewal, no second try. */
export async function send<E extends EndpointSpec>(
  endpoint: E,
  args: LooseArgs,
  headers: Record<string, string>,
): Promise<Reply<ReplyOf<E>>> {
  const path = pathOf(endpoint, args);
  const keeper = endpoint.method === 'GET' ? keeperOf(path) : null;
  const answer = await exchange({
    method: endpoint.method,
    url: `${apiRoot()}${path}`,
    headers,
    ...(args.body === undefined ? {} : { body: args.body }),
  });
  const reply = replyOf(endpoint, answer);
  if (keeper !== null && reply.ok && answer !== 'offline') keepRead(path, keeper, answer.envelope.data);
  return reply;
}

/** What a read answered when there was a network last, where that is kept; null otherwise. */
export function sentBefore<E extends EndpointSpec>(endpoint: E, args: LooseArgs): Reply<ReplyOf<E>> | null {
  const kept = endpoint.method === 'GET' ? readOffline(pathOf(endpoint, args)) : null;
  if (kept === null) return null;
  const envelope = { code: 'ok', data: kept.data, requestId: null };
  const reply = replyOf(endpoint, { status: 200, envelope, keptAt: kept.at });
  return reply.ok ? reply : null;
}

/** The full address of a call. */
export const urlOf = (endpoint: EndpointSpec, args: LooseArgs): string => `${apiRoot()}${pathOf(endpoint, args)}`;

function pathOf(endpoint: EndpointSpec, { params, query }: LooseArgs): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(params, name)));
  const pairs = entriesOf(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

function textOf(params: unknown, name: string): string {
  const found = entriesOf(params).find(([key]) => key === name);
  if (!found) throw new Error(`a path without its ${name}`);
  return String(found[1]);
}

/** The named values of an object, without those left undefined. */
const entriesOf = (given: unknown): [string, unknown][] =>
  typeof given === 'object' && given !== null
    ? Object.entries(given).filter(([, value]) => value !== undefined && value !== null)
    : [];
