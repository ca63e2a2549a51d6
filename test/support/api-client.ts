import { randomUUID } from 'node:crypto';
import { type CallInput, type EndpointSpec, type ReplyOf, needsIdempotencyKey } from '@jikaotong/shared/contract';

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };
type MayBeGiven<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: T[K] };

/** What a call takes: params, query and body as the endpoint has them, and what its headers need. */
export type CallArgs<E extends EndpointSpec> = Given<CallInput<E>> & MayBeGiven<CallInput<E>> & Besides;

type Besides = {
  /** The version a PATCH changes. */
  ifMatch?: number;
  /** Replaces the random idempotency key. */
  key?: string;
  /** The file of an upload. */
  file?: { bytes: Uint8Array; name: string };
  headers?: Record<string, string>;
};

/** An answer as it came: status, code, unread data, and the headers. */
export type RawAnswer = { status: number; code: string; data: unknown; headers: Headers; bytes: Buffer };

/** A caller over real HTTP, typed by the contract. */
export type ApiClient = {
  /** Calls and gives whatever came back. */
  call: <E extends EndpointSpec>(endpoint: E, args: CallArgs<E>) => Promise<RawAnswer>;
  /** Calls, expects a yes and gives the reply as its schema reads it; throws with the code otherwise. */
  ok: <E extends EndpointSpec>(endpoint: E, args: CallArgs<E>) => Promise<ReplyOf<E>>;
  /** Calls, expects a no that the endpoint declares (or one common to all) and gives code, status and data. */
  refused: <E extends EndpointSpec>(
    endpoint: E,
    args: CallArgs<E>,
  ) => Promise<{ code: string; status: number; data: unknown }>;
  /** Calls a download and gives the file. */
  file: <E extends EndpointSpec>(endpoint: E, args: CallArgs<E>) => Promise<Buffer>;
  /** Fetches an address of the BFF as it stands, such as a link in a reply. */
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
};

/** Gives an access token of now, or null where the sign-in has ended. */
type Renew = () => Promise<string | null>;

const root = '/api/v1';

/** A client for a BFF at `origin`, speaking with this access token, or as a stranger; it stays signed in only if it can renew. */
export const createApiClient = (
  origin: string,
  accessToken: string | null = null,
  renew: Renew = () => Promise.resolve(null),
): ApiClient => {
  let held = accessToken;
  let renewal: Promise<string | null> | null = null;
  const authorization = (): Record<string, string> => (held ? { Authorization: `Bearer ${held}` } : {});
  const renewed = async (): Promise<boolean> => {
    const ended = held;
    renewal ??= renew().finally(() => {
      renewal = null;
    });
    held = (await renewal) ?? held;
    return held !== ended;
  };
  const send = (
    endpoint: EndpointSpec,
    args: Besides & { params?: unknown; query?: unknown; body?: unknown },
  ): Promise<Response> => {
    const headers: Record<string, string> = authorization();
    if (needsIdempotencyKey(endpoint)) headers['Idempotency-Key'] = args.key ?? randomUUID();
    if (args.ifMatch !== undefined) headers['If-Match'] = `"${args.ifMatch}"`;
    let body: FormData | string | null = null;
    if (args.file) {
      body = new FormData();
      body.append('file', new Blob([Uint8Array.from(args.file.bytes)]), args.file.name);
    } else if (args.body !== undefined) {
      headers['Content-Type'] = 'application/json';
      body = JSON.stringify(args.body);
    }
    const address = `${origin}${root}${pathOf(endpoint, args.params)}${queryOf(args.query)}`;
    const ask = () => fetch(address, { method: endpoint.method, headers: { ...headers, ...args.headers }, body });
    // as browsers do, where the server has closed an idle connection in this very moment
    return endpoint.method === 'GET'
      ? ask().catch((error: unknown) => (isReset(error) ? ask() : Promise.reject(error)))
      : ask();
  };
  const call: ApiClient['call'] = async (endpoint, given) => {
    const args = { ...given, key: given.key ?? randomUUID() };
    const first = await attempt(endpoint, args);
    // as the app does: what was answered "not signed in" took no effect, and is sent once more with a token of now
    const isOut = first.code === 'not-signed-in' && endpoint.who !== 'anybody';
    return isOut && (await renewed()) ? attempt(endpoint, args) : first;
  };
  const attempt: ApiClient['call'] = async (endpoint, args) => {
    const response = await send(endpoint, args);
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
    const envelope: { code?: string; data?: unknown } = isJson ? JSON.parse(bytes.toString()) : {};
    return {
      status: response.status,
      code: envelope.code ?? (response.ok ? 'ok' : 'no-envelope'),
      data: envelope.data,
      headers: response.headers,
      bytes,
    };
  };
  const agreed: ApiClient['call'] = async (endpoint, args) => {
    const answer = await call(endpoint, args);
    if (answer.code !== 'ok') {
      throw new Error(
        `${endpoint.name} answered ${answer.status} ${answer.code} ${JSON.stringify(answer.data ?? null)}`,
      );
    }
    return answer;
  };
  return {
    call,
    ok: async (endpoint, args) => readReply(endpoint, (await agreed(endpoint, args)).data),
    refused: async (endpoint, args) => {
      const { code, status, data } = await call(endpoint, args);
      if (code === 'ok') throw new Error(`${endpoint.name} said yes`);
      return { code, status, data };
    },
    file: async (endpoint, args) => (await agreed(endpoint, args)).bytes,
    fetch: (url, init) => fetch(new URL(url, origin), { ...init, headers: { ...authorization(), ...init?.headers } }),
  };
};

const readReply = <E extends EndpointSpec>(endpoint: E, data: unknown): ReplyOf<E> =>
  endpoint.reply.parse(data) as ReplyOf<E>; // the schema's own output type, lost behind the base type

const pathOf = (endpoint: EndpointSpec, params: unknown): string =>
  endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(Reflect.get(Object(params), name))));

const queryOf = (query: unknown): string => {
  const pairs = Object.entries(Object(query)).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
};

const isReset = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'ECONNRESET';
