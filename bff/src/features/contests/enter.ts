import { withinWindow } from '@jikaotong/shared/rules/progress';
import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { hasConsented, loadAccount } from '../accounts';
import {
  type Candidate,
  type StoredPhoto,
  accountKeyOf,
  attachFiles,
  changeCandidate,
  findByAccountKey,
  takeDocument,
} from '../candidates';
import { releaseKeys, writeIdentity } from '../participants';
import type { Contest } from './contest';
import { knownEntrant, openEntrant } from './entrant';
import { type OwnEntry, changeEntryIf, changeOwnRow } from './entry.repository';
import { entersHere, entrySpanOf } from './entry-span';
import { type EntryBody, judgeEntry } from './judge-entry';
import { insertEntry, standingOf } from './new-entry';
import { entrantOf, tellEntrant } from './tell-entrant';

type Given = {
  readonly accountId: string;
  readonly contest: Contest;
  readonly body: EntryBody;
  readonly photo: StoredPhoto | null;
};

/** Enters somebody; returns the entry's id. Refuses by the window, `entry-elsewhere`, `entry-conflict`, and `judgeEntry`. */
export async function enter(c: Context, given: Given): Promise<string> {
  const { accountId, contest } = given;
  await refuseUnlessOpen(c, given);
  const accountKey = accountKeyOf(contest.notice.id, accountId);
  const live = await findByAccountKey(c.h, accountKey);
  if (live) refuse('entry-conflict', { entryId: live.id });
  const id = newId();
  const known = await knownEntrant(c.h, c.ports.crypto, accountId);
  const { own, ...judged } = judgeEntry(c, { ...given, id, known });
  const ofEntry = { ...own, withdrawnAt: null, listedOn: null, listReference: null };
  await insertEntry(c, contest, { id, accountId, accountKey, ...judged, own: ofEntry }).catch((error: unknown) => {
    // the same account tapped twice
    if (isDuplicate(error, 'uq_candidate_account')) refuse('entry-conflict');
    throw error;
  });
  await takeDocumentOf(c, contest, id, judged.identity);
  c.audit('contest-entered', { entryId: id, noticeId: contest.notice.id }, { verdict: judged.verdict });
  await tellEntrant(c, { id, accountId, isListed: false }, 'contest-entered', { title: contest.notice.title.value });
  return id;
}

/** Replaces what a live entry says. Refuses `changed-meanwhile`, `wrong-state`, and what `enter` refuses. */
export async function change(c: Context, given: Given & { row: OwnEntry; version: number }): Promise<void> {
  const { row, version, contest } = given;
  const { id } = row;
  await refuseUnlessOpen(c, given);
  if (row.state !== 'entered') refuse('wrong-state', { state: row.state });
  if (row.version !== version) refuse('changed-meanwhile');
  const { own, identity, photo, verdict } = judgeEntry(c, { ...given, id, known: openEntrant(c.ports.crypto, row) });
  const standing = { verdict, state: standingOf(verdict), decidedAt: null };
  if (!(await changeEntryIf(c.h, row, standing))) refuse('changed-meanwhile');
  await writeIdentity(c.h, id, identity, { photo });
  await changeOwnRow(c.h, id, { ...own, noticeVersionId: contest.version.id });
  await attachFiles(c.h, id, [photo.fileId]);
  if (identity.documentIndex !== row.documentIndex) {
    // whoever had to do without the document of before holds it from now on
    await releaseKeys(c.h, row);
    await changeCandidate(c.h, id, { accountKey: row.accountKey });
  }
  await takeDocumentOf(c, contest, id, identity);
  c.audit('contest-entry-changed', { entryId: id });
}

/** Steps back until closing; the same account may enter again. */
export async function withdraw(c: Context, contest: Contest, row: OwnEntry): Promise<void> {
  refuseOutside(c, contest);
  if (!(await changeEntryIf(c.h, row, { state: 'withdrawn' }))) refuse('wrong-state', { state: row.state });
  await changeOwnRow(c.h, row.id, { withdrawnAt: c.now.ms });
  await releaseKeys(c.h, row);
  c.audit('contest-withdrawn', { entryId: row.id });
  await tellEntrant(c, entrantOf(row), 'contest-withdrawn', { title: contest.notice.title.value });
}

/** Holds the document, unless somebody else's entry does: neither account may learn of the other, so both hear yes. */
const takeDocumentOf = (
  c: Context,
  { notice }: Contest,
  id: string,
  { documentIndex }: Pick<Candidate, 'documentIndex'>,
): Promise<void> => takeDocument(c, { id, kind: 'entry', bodyId: notice.body.id, scope: notice.id, documentIndex });

async function refuseUnlessOpen(c: Context, { contest, accountId }: Given): Promise<void> {
  if (!entersHere(contest.notice)) refuse('entry-elsewhere');
  refuseOutside(c, contest);
  if (!hasConsented(await loadAccount(c.h, accountId))) refuse('consent-needed');
}

export function refuseOutside(c: Context, { notice }: Contest): void {
  const { opensOn, closesOn } = entrySpanOf(notice);
  const windows = [{ kind: 'application' as const, opens: opensOn, closes: closesOn }];
  const outside = withinWindow(windows, 'application', c.now.day);
  if (outside) refuse(outside.code, outside.data);
}
