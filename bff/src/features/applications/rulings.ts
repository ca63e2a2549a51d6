import { type DoubtedWord, type Ruling, doubtedKey, doubtedWords } from '@jikaotong/shared/rules/eligibility';
import type { Crypto } from '../../platform/crypto';
import type { Handle } from '../../platform/db';
import type { Application } from './application.record';
import { changeDoubts, submittedIn } from './application.repository';
import { isConditionOpen } from './doubts';
import { openAssessment } from './told-parts';

/** An application that waits, with what its chosen condition leaves to judgement. */
export type Waiting = { readonly row: Application; readonly words: readonly DoubtedWord[] };

/** Everybody of a session who waits for a decision, of one offering or of all. */
export async function waitingIn(
  h: Handle,
  crypto: Crypto,
  of: { readonly eventId: string; readonly offeringCode?: string },
): Promise<Waiting[]> {
  const rows = await submittedIn(h, of.eventId);
  return rows
    .filter((row) => of.offeringCode === undefined || row.offeringCode === of.offeringCode)
    .map((row) => {
      const stored = openAssessment(crypto, row);
      return { row, words: stored ? doubtedWords({ route: row.route, assessment: stored.assessment }) : [] };
    });
}

/** The doubts of an application with or without the one about its condition, as it stands under these decisions. */
export function doubtsUnder(crypto: Crypto, row: Application, rulings: readonly Ruling[]): string | null {
  const stored = openAssessment(crypto, row);
  if (stored === null) return row.doubts;
  const others = (row.doubts?.split(',') ?? []).filter((doubt) => doubt !== 'condition');
  const isLeft = isConditionOpen({ route: row.route, assessment: stored.assessment, rulings });
  return [...(isLeft ? ['condition'] : []), ...others].join(',') || null;
}

type Said = { readonly eventId: string; readonly offeringCode: string; readonly key: string };

const whoSays = async (h: Handle, crypto: Crypto, said: Said): Promise<Application[]> =>
  (await waitingIn(h, crypto, said))
    .filter(({ words }) => words.some((word) => doubtedKey(word) === said.key))
    .map(({ row }) => row);

/** Writes the doubts of those who wait and say the word anew, under the decisions that hold now. */
export async function settleWaiting(
  h: Handle,
  crypto: Crypto,
  said: Said & { readonly rulings: readonly Ruling[] },
): Promise<void> {
  const moved = new Map<string, string[]>();
  for (const row of await whoSays(h, crypto, said)) {
    const doubts = doubtsUnder(crypto, row, said.rulings);
    if (doubts === row.doubts) continue;
    const ids = moved.get(doubts ?? '');
    if (ids) ids.push(row.id);
    else moved.set(doubts ?? '', [row.id]);
  }
  for (const [doubts, ids] of moved) await changeDoubts(h, ids, doubts || null);
}

/** Of those who wait and say the word: how many are in doubt about nothing, and how many about something. */
export async function outcomeOf(h: Handle, crypto: Crypto, said: Said): Promise<{ clear: number; inDoubt: number }> {
  const rows = await whoSays(h, crypto, said);
  const clear = rows.filter(({ doubts }) => doubts === null).length;
  return { clear, inDoubt: rows.length - clear };
}
