import { randomUUID } from 'node:crypto';
import { type Arbitrary, constant, constantFrom, oneof, record, sample, uint8Array } from 'fast-check';
import * as z from 'zod/mini';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import { type JsonSchema, valuesOf } from './json-values';
import { type Known, idsByName, idsByPath, tokensFor } from './known';
import { allMethods, oddBytes, oddCallers, oddKeys, oddQueries, oddSegments, oddTypes, oddVersions } from './odd-parts';
import { spoilt } from './spoilt-json';

/** One request as it goes over the wire. */
export type WireRequest = {
  readonly method: string;
  /** Path and query, encoded or deliberately not. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | null;
};

type Wished = { readonly count: number; readonly seed: number };

/** Requests that an endpoint is meant for: right in every part, about things that exist. */
export const wellFormedRequests = (endpoint: EndpointSpec, known: Known, wished: Wished): WireRequest[] =>
  sample(requestsTo(endpoint, known, constant('nothing')), { numRuns: wished.count, seed: wished.seed });

/** Requests with at most one thing wrong, mostly a value; the same for the same seed (but for ids and keys). */
export const hostileRequests = (endpoint: EndpointSpec, known: Known, wished: Wished): WireRequest[] =>
  sample(requestsTo(endpoint, known, wrongs), { numRuns: wished.count, seed: wished.seed });

type Wrong = 'nothing' | 'value' | 'method' | 'path' | 'query' | 'caller' | 'key' | 'version' | 'type' | 'bytes' | 'id';
const wrongs: Arbitrary<Wrong> = oneof(
  { weight: 8, arbitrary: constant('value' as const) },
  { weight: 2, arbitrary: constant('nothing' as const) },
  {
    weight: 8,
    arbitrary: constantFrom<Wrong[]>('method', 'path', 'query', 'caller', 'key', 'version', 'type', 'bytes', 'id'),
  },
);

const requestsTo = (endpoint: EndpointSpec, known: Known, whatIsWrong: Arbitrary<Wrong>): Arbitrary<WireRequest> =>
  whatIsWrong.chain((wrong) => {
    const either = <T>(what: Wrong, right: Arbitrary<T>, odd: readonly T[]) =>
      wrong === what ? constantFrom(...odd) : right;
    const tokens = tokensFor(endpoint, known);
    return record({
      method: either('method', constant<string>(endpoint.method), allMethods),
      path: pathsOf(endpoint, known, wrong),
      query: either('query', queriesOf(endpoint, known, wrong), oddQueries),
      authorization: either('caller', tokens.length > 0 ? constantFrom(...tokens.map(bearer)) : constant(''), [
        ...oddCallers,
        ...known.people.map(({ session }) => bearer(session.accessToken)),
      ]),
      key: either('key', constant('fresh'), [...oddKeys, 'twice']),
      version: either('version', constantFrom('"1"', '"2"', '"3"'), oddVersions),
      type: either('type', constant(endpoint.kind === 'upload' ? MULTIPART : 'application/json'), oddTypes),
      body: either('bytes', bodiesOf(endpoint, known, wrong), [null, ...oddBytes]),
    }).map(({ method, path, query, authorization, key, version, type, body }) => ({
      method,
      target: `/api/v1${path}${query}`,
      headers: {
        ...(authorization === '' ? {} : { authorization }),
        'idempotency-key': key === 'fresh' ? randomUUID() : key === 'twice' ? [randomUUID(), randomUUID()] : key,
        'if-match': version,
        ...(body === null ? {} : { 'content-type': type }),
      },
      body,
    }));
  });

const bearer = (token: string): string => `Bearer ${token}`;

function pathsOf({ path, params }: EndpointSpec, known: Known, wrong: Wrong): Arbitrary<string> {
  if (!params) return constant(path);
  const fill = (textFor: (name: string) => string) => path.replaceAll(/:(\w+)/g, (_, name: string) => textFor(name));
  if (wrong === 'path') return constantFrom(...oddSegments).map((odd) => fill(() => odd));
  // somebody else's, or another kind of thing altogether
  const idsFor = wrong === 'id' ? () => Object.values(known.ids).flat() : idsByPath(path, known);
  return valuesOf(schemaOf(params), idsFor).map((values) =>
    fill((name) => encodeURIComponent(String(Reflect.get(Object(values), name)))),
  );
}

function queriesOf({ query, kind }: EndpointSpec, known: Known, wrong: Wrong): Arbitrary<string> {
  if (!query) return constant('');
  const good = valuesOf(schemaOf(query), idsByName(known));
  const isSpoilt = wrong === 'value' && kind !== 'upload';
  return (isSpoilt ? spoilt(good) : good).map(queryText);
}

const queryText = (values: unknown): string => {
  const texts = Object.entries(Object(values)).map(([name, value]): [string, string] => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    // a lone surrogate has no percent form
    return [name, text.replaceAll(/\p{Surrogate}/gu, '').slice(0, 2_000)];
  });
  // beyond 16 KB of headers Node itself hangs up
  const text = new URLSearchParams(texts.slice(0, 4)).toString().slice(0, 10_000);
  return text && `?${text}`;
};

function bodiesOf(endpoint: EndpointSpec, known: Known, wrong: Wrong): Arbitrary<Buffer | null> {
  if (endpoint.kind === 'upload') return formsOf(wrong);
  if (!endpoint.body) return constant(null);
  const good = valuesOf(schemaOf(endpoint.body), idsByName(known));
  return (wrong === 'value' ? spoilt(good) : good).map((value) => Buffer.from(JSON.stringify(value) ?? ''));
}

const BOUNDARY = 'hostile-boundary';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const form = (head: string, bytes: Uint8Array, end = `\r\n--${BOUNDARY}--\r\n`): Buffer =>
  Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`), bytes, Buffer.from(end)]);
const fileHead = 'Content-Disposition: form-data; name="file"; filename="a.png"';
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Files that are what they say, cut off, something else, or in a form that is none. */
function formsOf(wrong: Wrong): Arbitrary<Buffer> {
  const files = [
    onePixel,
    onePixel.subarray(0, 40),
    Buffer.from('%PDF-1.4\n%%EOF'),
    Buffer.from('PK\x03\x04'),
    Buffer.alloc(0),
  ];
  const good = oneof(constantFrom(...files), uint8Array({ maxLength: 400 }));
  if (wrong !== 'value') return good.map((bytes) => form(fileHead, bytes));
  return constantFrom(
    form(fileHead.replace('a.png', '../../x\u0007.png'), onePixel),
    form(fileHead.replace('"file"', '"other"'), onePixel),
    form('Content-Disposition: form-data; name="file"', onePixel),
    form('X: y', onePixel),
    form(fileHead, onePixel, ''),
    Buffer.concat([form(fileHead, onePixel, '\r\n'), form(fileHead, onePixel)]),
  );
}

const schemaOf = (schema: z.ZodMiniType): JsonSchema =>
  JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
