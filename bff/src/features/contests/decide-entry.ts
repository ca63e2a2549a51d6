import type { BodyOf, staffEntries } from '@jikaotong/shared/contract';
import { type Context, refuse } from '../../platform/http';
import { releaseKeys } from '../participants';
import { loadContest } from './contest';
import { type Entry, entryWords } from './contest.record';
import { changeEntryIf, changeOwnRow, endEntryIf, findEntry } from './entry.repository';
import { entryTaken } from './events';
import { entrantOf, tellEntrant } from './tell-entrant';

/**
 * Writes down what staff decide of a live entry and tells the entrant; a refused one frees account and document. Refuses
 * `changed-meanwhile`, and `wrong-state` for an entry that is over or an acceptance of one that the rules accept.
 */
export async function decideEntry(
  ctx: Context,
  row: Entry,
  { byAccountId, ...said }: BodyOf<typeof staffEntries.decideEntry> & { readonly byAccountId: string },
): Promise<void> {
  const { state, decision } = row;
  if (state !== 'entered') refuse('wrong-state', { state });
  const { notice } = await loadContest(ctx, row.noticeId);
  const by = { version: said.version, byAccountId, title: notice.title.value };
  if (said.verdict === 'accepted') {
    if (row.verdict === 'eligible' || decision !== null) refuse('wrong-state', { state });
    if (!(await acceptIf(ctx, row, by))) refuse('changed-meanwhile');
    return;
  }
  const { reason } = said;
  if (!(await write(ctx, row, by, { decision: 'refused', decisionReason: reason }))) refuse('changed-meanwhile');
  await releaseKeys(ctx.h, row);
  await tellEntrant(ctx, entrantOf(row), 'contest-refused', { title: by.title, reason });
}

/** Ends an entry that goes on, with a reason that the entrant reads; nothing where it does not any more. */
export async function stopEntry(
  ctx: Context,
  entryId: string,
  { reason, byAccountId }: { readonly reason: string; readonly byAccountId: string },
): Promise<void> {
  const row = await findEntry(ctx.h, entryId);
  if (row?.state !== 'entered') return;
  await decideEntry(ctx, row, { verdict: 'refused', reason, version: row.version, byAccountId });
}

type By = { readonly version: number; readonly byAccountId: string; readonly title: string };

/** Accepts a live entry that is still at this version, and tells the entrant; false, and nobody told, when it is not. */
export async function acceptIf(ctx: Context, row: Entry, by: By): Promise<boolean> {
  if (!(await write(ctx, row, by, { decision: 'accepted', decisionReason: null }))) return false;
  await ctx.emit(entryTaken({ entryId: row.id, bodyId: row.bodyId }));
  await tellEntrant(ctx, entrantOf(row), 'contest-accepted', { title: by.title });
  return true;
}

async function write(
  ctx: Context,
  row: Entry,
  { version, byAccountId }: By,
  set: { readonly decision: 'accepted' | 'refused'; readonly decisionReason: string | null },
): Promise<boolean> {
  const { id, participantId } = row;
  const seen = { id, participantId, version };
  const decidedAt = ctx.now.ms;
  const isWritten = await (set.decision === 'accepted'
    ? changeEntryIf(ctx.h, seen, { state: 'approved', decidedAt })
    : endEntryIf(ctx, seen, { state: 'rejected', decidedAt }));
  if (!isWritten) return false;
  const decisionReason = entryWords.sealIf(ctx.ports.crypto, id, 'decisionReason', set.decisionReason);
  await changeOwnRow(ctx.h, id, { ...set, decisionReason, decidedOn: ctx.now.day, decidedBy: byAccountId });
  ctx.audit('contest-entry-decided', { entryId: id }, { verdict: set.decision });
  return true;
}
