import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type CallInput,
  type EndpointSpec,
  type ReplyOf,
  accounts,
  needsIdempotencyKey,
} from '@jikaotong/shared/contract';

/** What a call takes: params, query and body as the endpoint has them, the version a PATCH changes, the file of an upload. */
type Given<E extends EndpointSpec> = Partial<CallInput<E>> & {
  readonly ifMatch?: number;
  readonly file?: { readonly bytes: Uint8Array; readonly name: string };
};

/** Somebody at work over HTTP, as any other; a refusal throws, for there is nobody to say no to. Told to wait, it waits. */
export type HttpClient = <E extends EndpointSpec>(endpoint: E, given: Given<E>) => Promise<ReplyOf<E>>;

/** A member of staff who has signed in by password. */
export async function signInStaff(origin: string, name: string, password: string): Promise<HttpClient> {
  const stranger = httpClient(origin, null);
  const { accessToken } = await stranger(accounts.signInWithPassword, { body: { name, password, keep: 'body' } });
  return httpClient(origin, accessToken);
}

/** A client that speaks with this access token, or as a stranger. */
export function httpClient(origin: string, accessToken: string | null): HttpClient {
  return async (endpoint, { params, query, body, ifMatch, file }) => {
    const address = `${origin}/api/v1${pathOf(endpoint.path, params)}${queryOf(query)}`;
    const headers: Record<string, string> = {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(accessToken === null ? {} : { Authorization: `Bearer ${accessToken}` }),
      ...(needsIdempotencyKey(endpoint) ? { 'Idempotency-Key': randomUUID() } : {}),
      ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
    };
    const send = () =>
      fetch(address, {
        method: endpoint.method,
        headers,
        body: file ? formOf(file) : body === undefined ? null : JSON.stringify(body),
      });
    let response = await send();
    for (let tries = 0; response.status === 429 && tries < 5; tries += 1) {
      await pause(Number(response.headers.get('retry-after') ?? 1) * 1000);
      response = await send();
    }
    const envelope: unknown = await response.json();
    return replyIn(endpoint, envelope);
  };
}

function formOf({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }): FormData {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(bytes)]), name);
  return form;
}

const pathOf = (path: string, params: unknown): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(Reflect.get(Object(params), name))));

function queryOf(query: unknown): string {
  const pairs = Object.entries(Object(query)).map(([name, value]): [string, string] => [name, String(value)]);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

function replyIn<E extends EndpointSpec>(endpoint: E, envelope: unknown): ReplyOf<E>;
function replyIn(endpoint: EndpointSpec, envelope: unknown): unknown {
  const said = typeof envelope === 'object' && envelope !== null && 'data' in envelope ? envelope.data : undefined;
  const reply = endpoint.reply.safeParse(said);
  if (!reply.success) throw new Error(`${endpoint.name} answered ${JSON.stringify(envelope)}`);
  return reply.data;
}
