import { type Context, refuse } from '../../platform/http';
import { hasConsented, loadAccount } from '../accounts';
import { photoFaults } from '../applications';
import { type StoredPhoto, accountKeyOf, attachInstead, changeCandidate } from '../candidates';
import { participantsIn } from '../participants';
import type { Contest } from './contest';
import { changeEntryIf, findEntryByAccountKey } from './entry.repository';

/**
 * Adds a photo to the place that a list gave and this account has claimed; where a ticket is out, the one that it shows stays.
 * Refuses `not-found`, `consent-needed`, `photo-refused`, `wrong-state`, `changed-meanwhile`.
 */
export async function addListedPhoto(
  ctx: Context,
  { notice }: Contest,
  { accountId, photo }: { readonly accountId: string; readonly photo: StoredPhoto },
): Promise<void> {
  const entry = await findEntryByAccountKey(ctx.h, accountKeyOf(notice.id, accountId));
  if (!entry || entry.listedOn === null) return refuse('not-found');
  if (!hasConsented(await loadAccount(ctx.h, accountId))) refuse('consent-needed');
  if (entry.state !== 'entered') refuse('wrong-state', { state: entry.state });
  const faults = photoFaults(notice, photo);
  if (faults.length > 0) refuse('photo-refused', { faults });
  const places = (await participantsIn(ctx.h, [entry.id])).get(entry.id) ?? [];
  if (entry.photo !== null && places.some(({ ticketIssuedAt }) => ticketIssuedAt !== null))
    refuse('wrong-state', { state: 'photo-on-ticket' });
  if (!(await changeEntryIf(ctx.h, entry, {}))) refuse('changed-meanwhile');
  await changeCandidate(ctx.h, entry.id, { photo });
  const before = entry.photo === null ? [] : [entry.photo.fileId];
  await attachInstead(ctx.h, entry.id, { before, after: [photo.fileId] });
  ctx.audit('contest-entry-changed', { entryId: entry.id });
}
