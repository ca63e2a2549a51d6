import type { BodyOf, EndpointSpec, ParamsOf, QueryOf, ReplyDraft, Role } from '@jikaotong/shared/contract';
import type { Context, Outside } from './context';

/** Who calls; a candidate has no grants. */
export type Actor = {
  readonly accountId: string;
  readonly kind: 'candidate' | 'staff';
  readonly grants: readonly { readonly bodyId: string; readonly roles: readonly Role[] }[];
  /** The device that is signed in; none where work goes on after its request. */
  readonly session?: string;
  /** Owes a second factor: all grants rest until it is set up. */
  readonly secondFactorDue?: true;
};

/** The bodies for which somebody holds one of the roles; put it in the WHERE of staff queries. */
export const bodiesOf = (actor: Actor, roles: readonly Role[]): string[] =>
  actor.grants.filter((grant) => grant.roles.some((role) => roles.includes(role))).map((grant) => grant.bodyId);

/** Nobody is known where anybody may call. */
export type ActorOf<E extends EndpointSpec> = E['who'] extends 'anybody' ? null : Actor;

/** What one request brought. */
export type Request<E extends EndpointSpec> = {
  readonly input: { readonly params: ParamsOf<E>; readonly query: QueryOf<E>; readonly body: BodyOf<E> };
  readonly actor: ActorOf<E>;
  /** The version named in If-Match; set where the endpoint asks for it. */
  readonly ifMatch: E['ifMatch'] extends true ? number : undefined;
  readonly ip: string;
  /** What the program calls itself (User-Agent); anybody may send anything. */
  readonly agent: string;
  readonly cookies: Cookies;
};

/**
 * httpOnly, SameSite=Strict. By https their names begin with `__Host-`, so that no other server of the domain can put one
 * in their place; else they are sent below `/api/v1` only.
 */
export type Cookies = {
  /** False when a page of another site sent the request: what signs in by a cookie refuses it. */
  readonly areOurs: boolean;
  get(name: string): string | null;
  /** Null forgets the cookie. */
  set(name: string, value: string | null, maxAgeMs?: number): void;
};

/** A call inside a read or a transaction. */
export type Call<E extends EndpointSpec> = Context & Request<E>;
/** A call outside any transaction. */
export type OutsideCall<E extends EndpointSpec> = Outside & Request<E>;
/** What a handler hands over; the reply schema parses it, so nothing undeclared leaves. */
export type Reply<E extends EndpointSpec> = ReplyDraft<E>;
