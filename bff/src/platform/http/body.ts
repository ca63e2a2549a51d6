import { bodyParser } from '@koa/bodyparser';
import type Koa from 'koa';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import { refuse } from './refusal';

/** What a stranger may send without a word by the endpoint: a sign-in is some hundred bytes. */
const MOST_OF_STRANGERS = 4_000;
/** Drafts, plans of sessions and five hundred ticked rows fit four times; files go by upload. */
const MOST_OF_KNOWN = 256_000;
/** A body of another server: WeChat's notifications are some two thousand bytes. */
export const MOST_OF_WEBHOOK = 32_000;

/** Deeper than any body of ours, and more commas and colons than the longest has. */
const MOST_DEPTH = 32;
const MOST_PARTS = 20_000;

export const mostBytesOf = (endpoint: Pick<EndpointSpec, 'who' | 'maxBytes'>): number =>
  endpoint.maxBytes ?? (endpoint.who === 'anybody' ? MOST_OF_STRANGERS : MOST_OF_KNOWN);

type Receive = (ctx: Koa.Context, next: () => Promise<void>) => Promise<void>;
const receivers = new Map<number, Receive>();

/** Receives JSON as text: what it may cost is looked at before it is parsed. */
function receiverOf(maxBytes: number): Receive {
  const known = receivers.get(maxBytes);
  if (known) return known;
  const made: Receive = bodyParser({
    enableTypes: ['text'],
    // takes the place of text/plain
    extendTypes: { text: ['application/json'] },
    parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
    textLimit: String(maxBytes),
    onError: (error, ctx) => {
      // what is left of it is read away, or the next request of this connection never gets its turn
      ctx.req.unpipe();
      ctx.req.resume();
      const status = 'status' in error ? error.status : null;
      if (status === 413) refuse('too-large', { maxBytes });
      if (status === 415) refuse('unsupported-type');
      refuse('malformed-request');
    },
  });
  receivers.set(maxBytes, made);
  return made;
}

/** The JSON body as it was sent, of at most so many bytes; another type is left alone (see `jsonBody`). */
export async function receiveBody(ctx: Koa.Context, maxBytes: number): Promise<void> {
  await receiverOf(maxBytes)(ctx, () => Promise.resolve());
}

/** The raw text of the body; empty when it was no JSON. */
export const rawBody = (ctx: Koa.Context): string => ctx.request.rawBody ?? '';

/** The parsed body, `{}` when there is none; refuses another type than JSON, and what no form of ours would send. */
export function jsonBody(ctx: Koa.Context): unknown {
  const text = rawBody(ctx);
  if (text !== '') return parsed(text);
  const none = ctx.get('transfer-encoding') === '' && Number(ctx.get('content-length') || 0) === 0;
  return none ? {} : refuse('unsupported-type');
}

function parsed(text: string): unknown {
  if (!isPlain(text)) refuse('malformed-request');
  try {
    return JSON.parse(text);
  } catch {
    // the parser repeats what was sent
    return refuse('malformed-request');
  }
}

/**
 * Whether a text, should it be JSON, is neither deep nor of many parts. One walk over the characters: parsing and
 * checking cost a hundred times as much, and everybody waits for them.
 */
export function isPlain(text: string): boolean {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = endOfString(text, at);
        break;
      case 0x5b:
      case 0x7b:
        if (++depth > MOST_DEPTH) return false;
        break;
      case 0x5d:
      case 0x7d:
        depth--;
        break;
      case 0x2c:
      case 0x3a:
        if (++parts > MOST_PARTS) return false;
        break;
      default:
    }
  }
  return true;
}

/** Where the string ends that begins here; the end of the text when it does not. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at;
  }
  return text.length;
}
