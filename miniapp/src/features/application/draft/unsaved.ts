import { applications } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import type { DraftParts } from './parts';

/** Parts of a draft that could not be saved, and the version they were written over. */
const Unsaved = z.object({ version: z.number(), parts: applications.saveApplication.body });
export type Unsaved = { readonly version: number; readonly parts: DraftParts };

/** All of one account; on this phone only until they are saved or the account signs out. */
export const Kept = z.object({ accountId: z.string(), drafts: z.record(z.string(), Unsaved) });
export type Kept = { readonly accountId: string; readonly drafts: Readonly<Record<string, Unsaved>> };

/**
 * What is to be kept after this draft of this account changed; null when nothing remains. What another account left
 * goes.
 */
export function keptAfter(
  kept: Kept | null,
  { accountId, id, unsaved }: { accountId: string; id: string; unsaved: Unsaved | null },
): Kept | null {
  const { [id]: _, ...others } = kept?.accountId === accountId ? kept.drafts : {};
  const drafts = unsaved ? { ...others, [id]: unsaved } : others;
  return Object.keys(drafts).length > 0 ? { accountId, drafts } : null;
}

/**
 * What of it may lie in the phone's storage, which nobody encrypts: never who the candidate is (document number,
 * phone, address; all of that part, for half an identity would be saved over the other half). It waits in memory
 * while the app is open.
 */
export function storable(unsaved: Unsaved | null): Unsaved | null {
  if (!unsaved) return null;
  const { candidate: _, ...parts } = unsaved.parts;
  return Object.keys(parts).length > 0 ? { version: unsaved.version, parts } : null;
}
