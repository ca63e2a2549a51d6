import { EMPTY_QUEUE, type SendQueue, countWaiting, sortOut } from '@jikaotong/shared/rules/sending';
import * as z from 'zod/mini';
import { forget, keep, readKept } from '../../platform';

/** Acts are looked at one by one: an app that was updated meanwhile may know one of them no more, and loses none. */
const Kept = z.object({
  waiting: z.array(z.unknown()),
  unread: z.unknown(),
  told: z.unknown(),
  conflicts: z.unknown(),
});
const Unread = z.array(z.looseObject({ nonce: z.string() }));

/** What of one kind waits on this phone to be sent, each under an id. */
export function keptQueue<A extends { readonly nonce: string }, T>(
  prefix: string,
  {
    readAct,
    readTold,
  }: { readonly readAct: (kept: unknown) => A | null; readonly readTold: (kept: unknown) => readonly T[] | null },
) {
  const keyOf = (id: string) => `${prefix}.${id}`;
  const queueOf = (id: string): SendQueue<A, T> => {
    const kept = readKept(keyOf(id), Kept);
    if (!kept) return EMPTY_QUEUE;
    const { waiting, unread } = sortOut(kept.waiting, readAct);
    const before = Unread.safeParse(kept.unread);
    return {
      waiting,
      unread: [...(before.success ? before.data : []), ...unread],
      told: readTold(kept.told) ?? [],
      conflicts: Number(kept.conflicts) || 0,
    };
  };
  return {
    queueOf,
    /** Writes it down before anybody is told that something is recorded. */
    keepQueue: (id: string, queue: SendQueue<A, T>) => keep(keyOf(id), queue),
    forgetQueue: (id: string) => forget(keyOf(id)),
    waitingOf: (id: string): number => countWaiting(queueOf(id)),
  };
}
