import type { PhotoBatchEndpoints } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { PhotoRule } from '@jikaotong/shared/notice';
import type { PhotoFacts, PhotoFault } from '@jikaotong/shared/rules/photo';
import type { Handle } from '../db';
import type { Actor, Refused } from '../http';

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
  /** Which of these files were given to nobody yet, where those that found nobody are kept to be given. */
  readonly looseAmong?: (h: Handle, fileIds: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly measure: (subject: S, bytes: Buffer) => Promise<{ facts: PhotoFacts; faults: readonly PhotoFault[] }>;
};
