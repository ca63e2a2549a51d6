import type { WrongTries } from './account.record';

/** How many wrong answers are taken in which time of the wall clock, from the first of them on. */
export type Limit = { readonly most: number; readonly withinMs: number };

export const PASSWORDS: Limit = { most: 10, withinMs: 15 * 60_000 };
/** Over all the codes that a phone was sent. */
export const CODES: Limit = { most: 20, withinMs: 60 * 60_000 };

type Tries = Pick<WrongTries, 'count' | 'endsAt'>;

/** Milliseconds until an answer is taken again; 0 is now. */
export const waitMsAfter = (tries: Tries | null, { most }: Limit, wallMs: number): number =>
  tries !== null && tries.count >= most ? Math.max(0, tries.endsAt - wallMs) : 0;

/** The wrong answers with one more; those whose time is over do not count. */
export const oneMore = (tries: Tries | null, { withinMs }: Limit, wallMs: number): Tries =>
  tries !== null && wallMs < tries.endsAt
    ? { count: tries.count + 1, endsAt: tries.endsAt }
    : { count: 1, endsAt: wallMs + withinMs };
