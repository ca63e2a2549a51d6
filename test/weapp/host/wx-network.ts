import { asynchronous, notify, numberOption, refusal, textOption, type WxOptions, type WxWorld } from './wx-world';
import { bytesFrom } from './phone-files';

/** wx.request knows no PATCH: WeChat answers "method is invalid". */
const methods = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']);

/** wx.request, uploadFile and downloadFile, carried to real HTTP. */
export const networkApis = (world: WxWorld): Record<string, unknown> => {
  const send = async (options: WxOptions, init: RequestInit): Promise<Response> => {
    if (!world.phone.online) throw refusal('network is not connected', { errno: 600001 });
    const timeout = AbortSignal.timeout(numberOption(options, 'timeout', 60_000));
    try {
      return await fetch(leadingTo(world, textOption(options, 'url')), {
        ...init,
        signal: init.signal ? AbortSignal.any([timeout, init.signal]) : timeout,
      });
    } catch (error) {
      throw refusal(error instanceof Error ? error.message : 'network error', { errno: 600001 });
    }
  };
  const task =
    (name: string, run: (options: WxOptions, signal: AbortSignal) => Promise<unknown>) =>
    (options: WxOptions = {}): unknown => {
      const controller = new AbortController();
      const promise = asynchronous(world, name, (given) => run(given, controller.signal))(options);
      const none = (): void => {};
      const abort = (): void => controller.abort(new Error('abort'));
      const events = {
        onHeadersReceived: none,
        offHeadersReceived: none,
        onProgressUpdate: none,
        offProgressUpdate: none,
      };
      return Object.assign(promise ?? {}, { abort, onChunkReceived: none, offChunkReceived: none, ...events });
    };

  const request = async (options: WxOptions, signal: AbortSignal): Promise<unknown> => {
    const method = (textOption(options, 'method') || 'GET').toUpperCase();
    if (!methods.has(method)) throw refusal('method is invalid');
    const headers = headersOf(options);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    const carriesBody = method === 'POST' || method === 'PUT' || method === 'DELETE';
    const response = await send(
      carriesBody ? options : { ...options, url: withQuery(textOption(options, 'url'), options['data']) },
      { method, headers, signal, ...(carriesBody ? { body: bodyOf(options['data']) } : {}) },
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    const data = options['responseType'] === 'arraybuffer' ? bytes : parsed(bytes, textOption(options, 'dataType'));
    return { data, ...headOf(response), cookies: response.headers.getSetCookie() };
  };
  const uploadFile = async (options: WxOptions, signal: AbortSignal): Promise<unknown> => {
    const path = textOption(options, 'filePath');
    const bytes = world.files.read(path);
    if (!bytes) throw refusal('file not exists');
    const form = new FormData();
    for (const [name, value] of Object.entries(Object(options['formData'] ?? {}))) form.append(name, String(value));
    form.append(textOption(options, 'name'), new Blob([Uint8Array.from(bytes)]), path.split('/').pop());
    const headers = headersOf(options);
    headers.delete('content-type');
    const response = await send(options, { method: 'POST', headers, signal, body: form });
    return { data: await response.text(), ...headOf(response) };
  };
  const downloadFile = async (options: WxOptions, signal: AbortSignal): Promise<unknown> => {
    const response = await send(options, { headers: headersOf(options), signal });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const wanted = textOption(options, 'filePath');
    if (wanted) world.files.write(wanted, bytes);
    const place = wanted ? { filePath: wanted } : { tempFilePath: world.files.keep(bytes, endingOf(response)) };
    return { ...place, ...headOf(response), dataLength: bytes.length };
  };
  const listeners = new Set<unknown>();
  return {
    request: task('request', request),
    uploadFile: task('uploadFile', uploadFile),
    downloadFile: task('downloadFile', downloadFile),
    getNetworkType: asynchronous(world, 'getNetworkType', () => ({ networkType: 'wifi' })),
    onNetworkStatusChange: (listener: unknown) => {
      listeners.add(listener);
      notify(world, listener, world.adopt({ isConnected: true, networkType: 'wifi' }));
    },
    offNetworkStatusChange: (listener: unknown) => listeners.delete(listener),
  };
};

/** The package carries one compiled-in address; anything else would be refused by WeChat's list of domains. */
export const leadingTo = (world: WxWorld, url: string): string => {
  if (!/^https?:\/\//.test(url)) throw refusal('invalid url');
  const { origin, pathname, search } = new URL(url);
  const home = compiledOrigin.get(world) ?? origin;
  compiledOrigin.set(world, home);
  if (origin !== home) world.faults.note('foreign-origin', `${url}, though the package talks to ${home}`);
  return `${world.origin}${pathname}${search}`;
};

const compiledOrigin = new WeakMap<WxWorld, string>();

const headersOf = (options: WxOptions): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(Object(options['header'] ?? {}))) {
    if (value !== undefined && name.toLowerCase() !== 'referer') headers.set(name, String(value));
  }
  return headers;
};

const headOf = (response: Response): object => ({
  statusCode: response.status,
  header: Object.fromEntries(response.headers),
});

const bodyOf = (data: unknown): string | Uint8Array<ArrayBuffer> => {
  if (typeof data === 'string') return data;
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') return Uint8Array.from(bytesFrom(data, ''));
  return JSON.stringify(data ?? {});
};

const withQuery = (url: string, data: unknown): string => {
  const pairs = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url;
};

const parsed = (bytes: Uint8Array, dataType: string): unknown => {
  const text = Buffer.from(bytes).toString();
  if (dataType && dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const endingOf = (response: Response): string =>
  /(pdf|png|jpeg|zip)/.exec(response.headers.get('content-type') ?? '')?.[0].replace('jpeg', 'jpg') ?? 'unknown';
