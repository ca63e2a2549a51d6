import type { CallInput, EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import { apiRoot } from './environment';
import { exchange } from './http';
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
  const answer = await exchange({
    method: endpoint.method,
    url: urlOf(endpoint, args),
    headers,
    ...(args.body === undefined ? {} : { body: args.body }),
  });
  return replyOf(endpoint, answer);
}

/** The full address of a call. */
export function urlOf(endpoint: EndpointSpec, { params, query }: LooseArgs): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(params, name)));
  const pairs = entriesOf(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${apiRoot()}${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
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
