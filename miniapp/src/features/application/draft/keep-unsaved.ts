import { UNSAVED_DRAFTS, forget, keep, readKept, signInState } from '../../../platform';
import { Kept, type Unsaved, keptAfter, storable } from './unsaved';

/** Keeps over a reload what the network did not take; null once it is saved or dropped. Without an account nothing is kept. */
export function keepUnsaved(id: string, unsaved: Unsaved | null): void {
  const accountId = signInState().account?.id;
  if (!accountId) return;
  const before = readKept(UNSAVED_DRAFTS, Kept);
  const after = keptAfter(before, { accountId, id, unsaved: storable(unsaved) });
  if (after) keep(UNSAVED_DRAFTS, after);
  else if (before) forget(UNSAVED_DRAFTS);
}

/** What an earlier visit of this account could not save. */
export function readUnsaved(id: string): Unsaved | null {
  const kept = readKept(UNSAVED_DRAFTS, Kept);
  return kept && kept.accountId === signInState().account?.id ? (kept.drafts[id] ?? null) : null;
}
