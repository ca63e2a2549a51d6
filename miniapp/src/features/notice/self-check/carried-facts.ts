import type { Facts } from '@jikaotong/shared/notice';

let carried: { noticeId: string; facts: Facts } | null = null;

/** Keeps the answers of a self-check for the application that may follow; in memory only, for they are personal. */
export function carryFacts(noticeId: string, facts: Facts): void {
  carried = { noticeId, facts };
}

/** The answers given in this notice's self-check, or nothing known. */
export const carriedFacts = (noticeId: string): Facts => (carried?.noticeId === noticeId ? carried.facts : {});
