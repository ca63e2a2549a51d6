import { isDuplicate } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { accountKeyOf, changeCandidate, findByAccountKey } from '../candidates';
import { loadContest } from './contest';
import { type Entry, changeEntryIf } from './entry.repository';
import { entrySpanOf } from './entry-span';
import { entryClaimed } from './events';
import { linkListEntry } from './match-list-entry';
import { recordListed } from './register';
import { type EntryClaim, findUnclaimed } from './unclaimed-entry';

/**
 * Gives an account the entry that a unit or a list made for its holder: name and document as entered, and the phone of the
 * entry proven, which stands with nobody else there. Null where nothing fits: whoever asks counts the try. Refuses
 * `entry-conflict` where the account has an entry of its own in that competition.
 */
export async function claimEntry(ctx: Context, given: EntryClaim, accountId: string): Promise<Entry | null> {
  const entry = await findUnclaimed(ctx, given);
  if (!entry) return null;
  const contest = await loadContest(ctx, entry.noticeId);
  const accountKey = accountKeyOf(contest.notice.id, accountId);
  const own = await findByAccountKey(ctx.h, accountKey);
  const { closesOn } = entrySpanOf(contest.notice);
  const isClosed = closesOn !== null && ctx.now.day > closesOn;
  if (own) refuse('entry-conflict', { entryId: own.id, claims: isClosed ? 'closed' : 'open', closesOn });
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
