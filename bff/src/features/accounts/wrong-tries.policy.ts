import type { WrongTries } from './account.record';

/** How many wrong answers are taken in which time of the wall clock, from the first of them on. */
export type TriesLimit = { readonly most: number; readonly withinMs: number };

/** Of one name by one device or address. */
export const PASSWORD_LIMIT: TriesLimit = { most: 10, withinMs: 15 * 60_000 };
/** Of one name by all addresses together; devices that are known for the name do not count and are not held up. */
export const PASSWORD_LIMIT_OF_ALL: TriesLimit = { most: 100, withinMs: 15 * 60_000 };
/** Over all the codes that a phone was sent, by one device or address. */
export const CODE_LIMIT: TriesLimit = { most: 20, withinMs: 60 * 60_000 };

type Tries = Pick<WrongTries, 'count' | 'endsAt'>;

/** Milliseconds until an answer is taken again; 0 is now. */
export const waitMsAfter = (tries: Tries | null, { most }: TriesLimit, wallMs: number): number =>
  tries !== null && tries.count >= most ? Math.max(0, tries.endsAt - wallMs) : 0;

/** The wrong answers with one more; those whose time is over do not count. */
export const afterWrongTry = (tries: Tries | null, { withinMs }: TriesLimit, wallMs: number): Tries =>
  tries !== null && wallMs < tries.endsAt
    ? { count: tries.count + 1, endsAt: tries.endsAt }
    : { count: 1, endsAt: wallMs + withinMs };
