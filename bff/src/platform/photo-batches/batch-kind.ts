import type { PhotoBatchEndpoints, PhotosTaken } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { PhotoRule } from '@jikaotong/shared/notice';
import type { PhotoFacts, PhotoFault } from '@jikaotong/shared/rules/photo';
import type { Handle } from '../db';
import type { Actor, Context, Refused } from '../http';

/** One kind of import that takes photos of many: whose they are, and by which rule; `S` is what it belongs to. */
export type BatchKind<S> = {
  /** Its name in the table, for ever. */
  readonly name: string;
  readonly endpoints: PhotoBatchEndpoints;
  /** What the path's id names, in the actor's scope; refuses `not-found`. */
  readonly open: (asked: { h: Handle; actor: Actor }, id: string) => Promise<S>;
  /** Whether anything may be taken on a day. */
  readonly judge: (subject: S, day: LocalDate) => Refused | null;
  readonly unitOf: (subject: S) => string;
  /** Lets agents of one unit begin one after the other. */
  readonly lock: (h: Handle, subject: S) => Promise<unknown>;
  readonly ruleOf: (subject: S) => PhotoRule | null;
  /** A result as it stands by now, where photos that found nobody are kept to be given to somebody. */
  readonly follow?: (ctx: Pick<Context, 'h' | 'ports'>, subject: S, result: PhotosTaken) => Promise<PhotosTaken>;
  readonly measure: (subject: S, bytes: Buffer) => Promise<{ facts: PhotoFacts; faults: readonly PhotoFault[] }>;
};
