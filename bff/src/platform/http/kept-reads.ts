import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type LocalDate, dayAt, instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import type Koa from 'koa';
import type { Logger } from 'pino';
import type { Clock } from '../clock';
import type { Db } from '../db';
import { type Encoding, encodingFor } from './encoding';

/** An answer to strangers, ready to be sent. */
export type Kept = {
  /** The pattern of its route, for the log. */
  readonly route: string;
  readonly etag: string;
  /** Of the request that read it, as the bytes say; every answer made of them bears it. */
  readonly requestId: string;
  readonly bytes: Readonly<Record<Encoding, Buffer>>;
  /** Names and values in turn, as Node takes them; `none` for a client that has the bytes. */
  readonly heads: Readonly<Record<Encoding | 'none', readonly string[]>>;
  /** False: sent to those who are waiting for it, and forgotten. */
  readonly isWorthIt: boolean;
};

/**
 * Answers to strangers by their address, as they stand on one day after one change: thrown away, all of them, by the next
 * change of what strangers read, whatever process made it, and at midnight.
 */
export type KeptReads = {
  /** What is kept for an address; null when nothing is. */
  find(url: string): Kept | null | Promise<Kept | null>;
  /** What is kept, or what `make` gives: made once however many ask, and kept from then on. */
  findOrMake(url: string, make: (day: LocalDate) => Promise<Kept>): Promise<Kept>;
};

/** Some thousand answers; those that nobody has asked for longest give way. */
const MOST_BYTES = 32_000_000;

export function keptReads({ db, clock }: { db: Db; clock: Clock }, mostBytes = MOST_BYTES): KeptReads {
  /** What is kept is as of this revision, and of the day that runs between these instants. */
  let asOf = { revision: '', fromMs: 0, untilMs: 0 };
  let bytes = 0;
  const kept = new Map<string, Kept>();
  const making = new Map<string, Promise<Kept>>();

  /** Forgets everything unless it is as of this revision and of today. */
  const keepOnly = (revision: string): void => {
    const nowMs = clock.businessNow();
    if (revision === asOf.revision && nowMs >= asOf.fromMs && nowMs < asOf.untilMs) return;
    const day = dayAt(nowMs);
    asOf = { revision, fromMs: instantAt(day, timeOfDay('00:00')), untilMs: instantAt(day, timeOfDay('24:00')) };
    bytes = 0;
    kept.clear();
    making.clear();
  };
  const look = (url: string, revision: string): Kept | null => {
    keepOnly(revision);
    const found = kept.get(url);
    if (!found) return null;
    // the last in the map is the last asked for
    kept.delete(url);
    kept.set(url, found);
    return found;
  };
  const put = (url: string, made: Kept): void => {
    const size = sizeOf(url, made);
    if (size > mostBytes / 4) return;
    kept.set(url, made);
    bytes += size;
    for (const [oldest, answer] of kept) {
      if (bytes <= mostBytes) return;
      kept.delete(oldest);
      bytes -= sizeOf(oldest, answer);
    }
  };
  return {
    find: (url) => {
      const revision = db.publishedRevision();
      return typeof revision === 'string' ? look(url, revision) : revision.then((found) => look(url, found));
    },
    findOrMake: async (url, make) => {
      const revision = await db.publishedRevision();
      const found = look(url, revision) ?? making.get(url);
      if (found) return found;
      const mine = asOf;
      const made = make(dayAt(clock.businessNow())).then((answer) => {
        if (asOf === mine && answer.isWorthIt) put(url, answer);
        return answer;
      });
      const done = made.finally(() => {
        if (making.get(url) === done) making.delete(url);
      });
      making.set(url, done);
      return done;
    },
  };
}

const sizeOf = (url: string, { bytes }: Kept): number =>
  2 * url.length + bytes.identity.length + bytes.gzip.length + bytes.br.length + 5_000;

/** An address with its parameters in the order of their names, as one may be kept under; null for none of ours. */
export function keptUrl(url: string): string | null {
  if (!url.startsWith('/api/')) return null;
  const mark = url.indexOf('?');
  if (mark < 0) return url;
  const params = new URLSearchParams(url.slice(mark + 1));
  params.sort();
  return `${url.slice(0, mark)}?${params.toString()}`;
}

/**
 * Answers what is kept before anything else is done, and takes nothing from anybody's budget; the rest goes on to `next`.
 * Before Koa, whose own ways cost more than all that is done here (`npm run bench`).
 */
export function answerKept(kept: KeptReads, log: Logger, next: RequestListener): RequestListener {
  const answer = (request: IncomingMessage, response: ServerResponse, found: Kept | null): void => {
    if (!found) return next(request, response);
    const encoding = holds(request, found) ? 'none' : encodingFor(request);
    const status = encoding === 'none' ? 304 : 200;
    response.writeHead(status, [...found.heads[encoding]]);
    response.end(encoding === 'none' ? undefined : found.bytes[encoding]);
    const { requestId, route } = found;
    log.info({ requestId, method: request.method, route, status, kept: true }, 'request');
  };
  return (request, response) => {
    const { method, url } = request;
    const address = method === 'GET' || method === 'HEAD' ? keptUrl(url ?? '') : null;
    const asked = address === null ? null : kept.find(address);
    if (!(asked instanceof Promise)) return answer(request, response, asked);
    // a database that is away is said to be so by the pipeline
    void asked.catch(() => null).then((found) => answer(request, response, found));
  };
}

/** Answers who waited for it to be made, with all that the pipeline sets. */
export function sendKept(ctx: Koa.Context, found: Kept): void {
  const encoding = holds(ctx.req, found) ? 'none' : encodingFor(ctx.req);
  for (const [name, value] of headOf(found, encoding)) ctx.set(name, value);
  ctx.status = encoding === 'none' ? 304 : 200;
  ctx.body = encoding === 'none' ? null : found.bytes[encoding];
}

/** Whether the client has it; `Cache-Control: no-cache`, which browsers add to a fetch with a tag of its own, is no reason. */
const holds = ({ headers }: IncomingMessage, { etag }: Pick<Kept, 'etag'>): boolean =>
  String(headers['if-none-match'] ?? '').includes(etag);

type Pairs = readonly (readonly [string, string])[];

function headOf(
  { etag, requestId, bytes }: Pick<Kept, 'etag' | 'requestId' | 'bytes'>,
  encoding: Encoding | 'none',
): Pairs {
  const tagged: Pairs = [
    ['Cache-Control', 'no-cache'],
    ['ETag', etag],
    ['Vary', 'Accept-Encoding'],
    ['X-Request-Id', requestId],
  ];
  if (encoding === 'none') return tagged;
  const typed: Pairs = [
    ...tagged,
    ['Content-Type', 'application/json; charset=utf-8'],
    ['Content-Length', String(bytes[encoding].length)],
  ];
  return encoding === 'identity' ? typed : [...typed, ['Content-Encoding', encoding]];
}

/** An answer as it will be sent from now on, under what the pipeline has set by now (the headers of security). */
export async function keptOf(
  ctx: Koa.Context,
  { text, ...given }: Pick<Kept, 'route' | 'etag' | 'requestId' | 'isWorthIt'> & { readonly text: string },
): Promise<Kept> {
  const set = Object.entries(ctx.response.headers).filter(([name]) => name !== 'x-request-id');
  const made = { ...given, bytes: await packed(text) };
  const head = (encoding: Encoding | 'none'): string[] => [
    ...set.flatMap(([name, value]) => [name, String(value)]),
    ...headOf(made, encoding).flat(),
  ];
  return {
    ...made,
    heads: { none: head('none'), identity: head('identity'), gzip: head('gzip'), br: head('br') },
  };
}

/** A text in every packing; off the event loop. */
async function packed(text: string): Promise<Kept['bytes']> {
  const identity = Buffer.from(text);
  const [zipped, br] = await Promise.all([
    promisify(gzip)(identity, { level: 9 }),
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  ]);
  return { identity, gzip: zipped, br };
}
