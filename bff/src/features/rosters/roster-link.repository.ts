import { IsNull, Not } from 'typeorm';
import { type Crypto, randomToken, sha256 } from '../../platform/crypto';
import { type Handle, insert, newId, updateWhere } from '../../platform/db';
import { isAgent } from '../units';
import { type Roster, type RosterLink, linkWords, rosterLinkRecord } from './roster.record';

/** Makes the link of a roster; the one before is dead from then on. */
export async function openLink(
  h: Handle,
  crypto: Crypto,
  of: { readonly rosterId: string; readonly byAccountId: string; readonly nowMs: number },
): Promise<void> {
  const { rosterId, byAccountId, nowMs } = of;
  await endLink(h, rosterId, nowMs);
  const [id, token] = [newId(), randomToken()];
  const sealed = linkWords.seal(crypto, id, 'token', token);
  const row = { id, rosterId, liveKey: rosterId, tokenHash: sha256(token), token: sealed, byAccountId };
  await insert(h, rosterLinkRecord, { ...row, at: nowMs, endedAt: null });
}

/** False when there is none. */
export const endLink = async (h: Handle, rosterId: string, nowMs: number): Promise<boolean> =>
  (await updateWhere(h, rosterLinkRecord, { liveKey: rosterId }, { liveKey: null, endedAt: nowMs })) === 1;

/** The link of a roster, while whoever made it acts for the unit. */
export async function linkOf(h: Handle, { id, unitId }: Pick<Roster, 'id' | 'unitId'>): Promise<RosterLink | null> {
  const link = await h.repo(rosterLinkRecord).findOneBy({ liveKey: id });
  return link && (await isAgent(h, unitId, link.byAccountId)) ? link : null;
}

/** The live link with this token, whoever made it. */
export const findLink = (h: Handle, token: string): Promise<RosterLink | null> =>
  h.repo(rosterLinkRecord).findOneBy({ tokenHash: sha256(token), liveKey: Not(IsNull()) });

/** Where a link is opened, below the public address of the app (h5 hash routes). */
export const linkPathOf = (crypto: Crypto, link: RosterLink): string =>
  `/#/packages/unit/fill/index?token=${linkWords.open(crypto, link, 'token')}`;
