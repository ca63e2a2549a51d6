import { normaliseName } from '@jikaotong/shared/rules/identity';
import { isDuplicate } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { accountKeyOf, changeCandidate, findByAccountKey, idsOfDocument, phoneIndexOf } from '../candidates';
import { loadContest } from './contest';
import { type Entry, changeEntryIf, findEntries } from './entry.repository';
import { phonesOfSeveral, unclaimedByPhone } from './told-entrant.repository';
import { entryClaimed } from './events';
import { linkListEntry } from './match-list-entry';
import { recordListed } from './register';

type Claim = { readonly name: string; readonly documentIndex: string; readonly phone: string };

/**
 * Gives an account the entry that a unit or a list made for its holder: name and document as entered, and the phone of the
 * entry proven, which stands with nobody else there. Null where nothing fits: whoever asks counts the try. Refuses
 * `entry-conflict` where the account has an entry of its own in that competition.
 */
export async function claimEntry(ctx: Context, given: Claim, accountId: string): Promise<Entry | null> {
  const entry = await findUnclaimed(ctx, given);
  if (!entry) return null;
  const contest = await loadContest(ctx, entry.noticeId);
  const accountKey = accountKeyOf(contest.notice.id, accountId);
  const own = await findByAccountKey(ctx.h, accountKey);
  if (own) refuse('entry-conflict', { entryId: own.id });
  if (entry.listedOn === null) {
    if (!(await changeEntryIf(ctx.h, entry, {}))) refuse('changed-meanwhile');
    await changeCandidate(ctx.h, entry.id, { accountId, accountKey }).catch((error: unknown) => {
      // the same account entered by itself in this moment
      if (isDuplicate(error, 'uq_candidate_account')) refuse('entry-conflict');
      throw error;
    });
  } else {
    await recordListed(ctx, contest, entry, accountId);
    await linkListEntry(ctx, contest, entry, { accountId, accountKey });
  }
  await ctx.emit(entryClaimed({ entryId: entry.id, accountId, isListed: entry.listedOn !== null }));
  ctx.audit('contest-entry-claimed', { entryId: entry.id, noticeId: contest.notice.id });
  return entry;
}

/** What waits for whoever has proven a phone: who entered them for which competition. */
export async function waitingEntries(
  { h }: Pick<Context, 'h'>,
  phoneIndex: string,
): Promise<{ readonly unitName: string; readonly title: string }[]> {
  const waiting = new Map<string, { unitName: string; title: string }>();
  for (const { noticeId, unit } of await unclaimedByPhone(h, phoneIndex)) {
    if (waiting.has(noticeId) || (await phonesOfSeveral(h, noticeId)).has(phoneIndex)) continue;
    const { notice } = await loadContest({ h }, noticeId);
    waiting.set(noticeId, { unitName: unit ?? notice.body.name, title: notice.title.value });
  }
  return [...waiting.values()];
}

/** Nobody's yet, made by a unit or a list, with this name and document and a phone that stands with nobody else there. */
export async function findUnclaimed(
  ctx: Pick<Context, 'h' | 'ports'>,
  { name, documentIndex, phone }: Claim,
  among: { readonly noticeId?: string } = {},
): Promise<Entry | null> {
  const phoneIndex = phoneIndexOf(ctx.ports.crypto, phone);
  for (const entry of await findEntries(ctx.h, await idsOfDocument(ctx.h, { documentIndex, kind: 'entry' }))) {
    const { accountId, state, unitId, listedOn, noticeId } = entry;
    if (accountId !== null || state !== 'entered' || (unitId === null && listedOn === null)) continue;
    if (among.noticeId !== undefined && among.noticeId !== noticeId) continue;
    if (entry.name !== normaliseName(name) || entry.phoneIndex !== phoneIndex) continue;
    if (!(await phonesOfSeveral(ctx.h, noticeId)).has(phoneIndex)) return entry;
  }
  return null;
}
