import { withinWindow } from '@jikaotong/shared/rules/progress';
import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { hasConsented, loadAccount, phoneOf } from '../accounts';
import {
  type Candidate,
  type StoredPhoto,
  accountKeyOf,
  attachInstead,
  changeCandidate,
  findByAccountKey,
  noteUnprintable,
  takeDocument,
} from '../candidates';
import { releaseKeys, writeIdentity } from '../participants';
import type { Contest } from './contest';
import { knownEntrant, openEntrant } from './entrant';
import { type OwnEntry, changeEntryIf, changeOwnRow, endEntryIf } from './entry.repository';
import { entersHere, entrySpanOf } from './entry-span';
import { type EntryBody, judgeEntry } from './judge-entry';
import { insertEntry, standingOf } from './new-entry';
import { entryTaken } from './events';
import { contestStagesOf } from './stage.repository';
import { entrantOf, tellEntrant } from './tell-entrant';
import { findUnclaimed } from './unclaimed-entry';

type Given = {
  readonly accountId: string;
  readonly contest: Contest;
  readonly body: EntryBody;
  readonly photo: StoredPhoto | null;
};

/** Enters somebody; returns the entry's id. Refuses by the window, `entry-elsewhere`, `entry-conflict`, `entry-by-unit`, and `judgeEntry`. */
export async function enter(ctx: Context, given: Given): Promise<string> {
  const { accountId, contest, body } = given;
  await refuseUnlessOpen(ctx, given);
  const accountKey = accountKeyOf(contest.notice.id, accountId);
  const live = await findByAccountKey(ctx.h, accountKey);
  if (live) refuse('entry-conflict', { entryId: live.id });
  const id = newId();
  const known = await knownEntrant(ctx.h, ctx.ports.crypto, accountId);
  const { own, ...judged } = judgeEntry(ctx, { ...given, id, known });
  await refuseEnteredAlready(ctx, given, judged.identity);
  const ofEntry = { ...own, withdrawnAt: null, listedOn: null, listReference: null };
  await insertEntry(ctx, contest, { id, accountId, accountKey, ...judged, own: ofEntry }).catch((error: unknown) => {
    // the same account tapped twice
    if (isDuplicate(error, 'uq_candidate_account')) refuse('entry-conflict');
    throw error;
  });
  await takeDocumentOf(ctx, contest, id, judged.identity);
  await noteUnprintableOf(ctx, contest, id, body);
  await ctx.emit(entryTaken({ entryId: id, bodyId: contest.notice.body.id }));
  ctx.audit('contest-entered', { entryId: id, noticeId: contest.notice.id }, { verdict: judged.verdict });
  await tellEntrant(ctx, { id, accountId, isListed: false }, 'contest-entered', { title: contest.notice.title.value });
  return id;
}

/** Replaces what a live entry says. Refuses `changed-meanwhile`, `wrong-state`, and what `enter` refuses. */
export async function change(ctx: Context, given: Given & { row: OwnEntry; version: number }): Promise<void> {
  const { row, version, contest } = given;
  const { id } = row;
  await refuseUnlessOpen(ctx, given);
  if (row.state !== 'entered') refuse('wrong-state', { state: row.state });
  if (row.version !== version) refuse('changed-meanwhile');
  const { own, identity, photo, verdict } = judgeEntry(ctx, {
    ...given,
    id,
    known: openEntrant(ctx.ports.crypto, row),
  });
  const standing = { verdict, state: standingOf(verdict), decidedAt: null };
  if (!(await changeEntryIf(ctx.h, row, standing))) refuse('changed-meanwhile');
  await writeIdentity(ctx.h, id, identity, { photo });
  await changeOwnRow(ctx.h, id, { ...own, noticeVersionId: contest.version.id });
  const photoBefore = row.photo === null ? [] : [row.photo.fileId];
  await attachInstead(ctx.h, id, { before: photoBefore, after: [photo.fileId] });
  if (identity.documentIndex !== row.documentIndex) {
    // whoever had to do without the document of before holds it from now on
    await releaseKeys(ctx.h, row);
    await changeCandidate(ctx.h, id, { accountKey: row.accountKey });
  }
  await takeDocumentOf(ctx, contest, id, identity);
  await noteUnprintableOf(ctx, contest, id, given.body);
  await ctx.emit(entryTaken({ entryId: id, bodyId: contest.notice.body.id }));
  ctx.audit('contest-entry-changed', { entryId: id });
}

/** Steps back until closing; the same account may enter again. */
export async function withdraw(ctx: Context, contest: Contest, row: OwnEntry): Promise<void> {
  refuseOutside(ctx, contest);
  if (!(await endEntryIf(ctx, row, { state: 'withdrawn' }))) refuse('wrong-state', { state: row.state });
  await changeOwnRow(ctx.h, row.id, { withdrawnAt: ctx.now.ms });
  await releaseKeys(ctx.h, row);
  ctx.audit('contest-withdrawn', { entryId: row.id });
  await tellEntrant(ctx, entrantOf(row), 'contest-withdrawn', { title: contest.notice.title.value });
}

/**
 * Whom a unit has entered is led to that entry, before there are two. Said only to whoever has proven the phone of it and names
 * its document: to others nothing is told, and staff see that there are two.
 */
async function refuseEnteredAlready(
  ctx: Context,
  { accountId, contest }: Given,
  { name, documentIndex }: Pick<Candidate, 'name' | 'documentIndex'>,
): Promise<void> {
  const phone = phoneOf(ctx.ports.crypto, await loadAccount(ctx.h, accountId));
  if (phone === null || name === null || documentIndex === null) return;
  const among = { noticeId: contest.notice.id };
  if (await findUnclaimed(ctx, { name, documentIndex, phone }, among)) refuse('entry-by-unit');
}

/** Holds the document, unless somebody else's entry does: neither account may learn of the other, so both hear yes. */
const takeDocumentOf = (
  ctx: Context,
  { notice }: Contest,
  id: string,
  { documentIndex }: Pick<Candidate, 'documentIndex'>,
): Promise<void> => takeDocument(ctx, { id, kind: 'entry', bodyId: notice.body.id, scope: notice.id, documentIndex });

const noteUnprintableOf = (ctx: Context, { notice }: Contest, id: string, body: EntryBody): Promise<void> =>
  noteUnprintable(ctx, { id, bodyId: notice.body.id }, [body.name, body.unit, body.coach, body.groupNote]);

async function refuseUnlessOpen(ctx: Context, { contest, accountId }: Given): Promise<void> {
  if (!entersHere(contest.notice)) refuse('entry-elsewhere');
  refuseOutside(ctx, contest);
  await refuseCancelled(ctx, contest);
  if (!hasConsented(await loadAccount(ctx.h, accountId))) refuse('consent-needed');
}

export function refuseOutside(ctx: Context, { notice }: Contest): void {
  const { opensOn, closesOn } = entrySpanOf(notice);
  const windows = [{ kind: 'application' as const, opens: opensOn, closes: closesOn }];
  const outside = withinWindow(windows, 'application', ctx.now.day);
  if (outside) refuse(outside.code, outside.data);
}

/** Nobody enters a competition whose first stage is not held. */
async function refuseCancelled({ h }: Context, { notice, firstStage }: Contest): Promise<void> {
  const rows = await contestStagesOf(h, notice.id);
  if (rows.some(({ stage, cancelledAt }) => stage === firstStage && cancelledAt !== null))
    refuse('wrong-state', { state: 'contest-cancelled' });
}
