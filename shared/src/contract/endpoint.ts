import type * as z from 'zod/mini';
import type { RefusalCode } from './refusals';
import type { Role } from './roles';

/** Who may call: anybody, a signed-in account, or staff holding one of these roles (for the body concerned). */
export type Who = 'anybody' | 'signed-in' | readonly Role[];

export type EndpointSpec = {
  /** Unique camelCase name; also the operationId. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, with `:name` for parameters. */
  readonly path: `/${string}`;
  readonly who: Who;
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly reply: z.ZodMiniType;
  readonly refusals: readonly RefusalCode[];
  /** `upload` takes one multipart file named `file`; `download` replies with a file instead of an envelope. */
  readonly kind?: 'upload' | 'download';
  /** A PATCH that must name the version it changes in `If-Match`. */
  readonly ifMatch?: true;
  /** Which budget of requests it draws on; reads and writes by default. */
  readonly limit?: 'sign-in' | 'refresh' | 'look-up' | 'upload' | 'photo' | 'heavy';
  /** The longest body in bytes, where it is another than the server's own limits: 4 KB from anybody, 256 KB from the known. */
  readonly maxBytes?: number;
};

/** Declares one endpoint; the back end serves it and the phone calls it from the same object. */
export const endpoint = <const E extends EndpointSpec>(spec: E): E => spec;

type Output<S> = S extends z.ZodMiniType ? z.output<S> : undefined;
type Input<S> = S extends z.ZodMiniType ? z.input<S> : undefined;

export type ParamsOf<E extends EndpointSpec> = Output<E['params']>;
export type QueryOf<E extends EndpointSpec> = Output<E['query']>;
export type BodyOf<E extends EndpointSpec> = Output<E['body']>;
export type ReplyOf<E extends EndpointSpec> = z.output<E['reply']>;
/** What the back end must hand over before the reply is parsed. */
export type ReplyDraft<E extends EndpointSpec> = z.input<E['reply']>;
/** What a caller passes. */
export type CallInput<E extends EndpointSpec> = {
  params: Input<E['params']>;
  query: Input<E['query']>;
  body: Input<E['body']>;
};

/** Whether a POST needs an `Idempotency-Key`: every one by a signed-in caller except uploads. */
export const needsIdempotencyKey = (e: EndpointSpec): boolean =>
  e.method === 'POST' && e.who !== 'anybody' && e.kind !== 'upload';
