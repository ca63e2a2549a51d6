import type * as z from 'zod/mini';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import type { Actor, Cookies, Request } from './call';
import { refuse } from './refusal';

/** What came in, before the endpoint's schemas. */
export type RawRequest = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly ifMatch: string;
  readonly actor: Actor | null;
  readonly ip: string;
  readonly agent: string;
  readonly cookies: Cookies;
};

/** The request as the endpoint declares it; refuses `invalid-input` with the paths of what is wrong, never values. */
export function requestOf<E extends EndpointSpec>(endpoint: E, raw: RawRequest): Request<E>;
export function requestOf(endpoint: EndpointSpec, raw: RawRequest) {
  refuseUnstorable(raw.params, raw.query, raw.body);
  const issues: string[] = [];
  const input = {
    params: parsed(endpoint.params, raw.params, 'params', issues),
    query: parsed(endpoint.query, raw.query, 'query', issues),
    body: parsed(endpoint.body, raw.body, 'body', issues),
  };
  if (issues.length > 0) refuse('invalid-input', { issues });
  return {
    input,
    actor: endpoint.who === 'anybody' ? null : raw.actor,
    ifMatch: endpoint.ifMatch ? versionIn(raw.ifMatch) : undefined,
    ip: raw.ip,
    agent: raw.agent,
    cookies: raw.cookies,
  };
}

function parsed(schema: z.ZodMiniType | undefined, value: unknown, part: string, issues: string[]): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  issues.push(...result.error.issues.flatMap((issue) => pathsOf(issue, part)));
  return undefined;
}

/**
 * An unknown key is named by itself; anything else by the path of the value. A path that may not be repeated counts as
 * the whole part: dropping it would let the request through.
 */
const pathsOf = (issue: z.core.$ZodIssue, part: string): string[] =>
  (issue.code === 'unrecognized_keys' ? issue.keys.map((name) => [...issue.path, name]) : [issue.path])
    .map((path) => [part, ...path].join('.').slice(0, 100))
    .map((path) => (/^[\w.\-\p{L}]*$/u.test(path) ? path : part));

/** NUL bytes and lone surrogates cannot be stored in MariaDB; walked without recursion, however deep they hide. */
function refuseUnstorable(...values: unknown[]): void {
  const rest = values;
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string') {
      if (/\0|\p{Surrogate}/u.test(value)) refuse('malformed-request');
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) rest.push(name, inner);
    }
  }
}

function versionIn(header: string): number {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) refuse('changed-meanwhile');
  return Number(version);
}
