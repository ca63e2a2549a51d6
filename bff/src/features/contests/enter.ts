import { withinWindow } from '@jikaotong/shared/rules/progress';
import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { hasConsented, loadAccount } from '../accounts';
import type { Contest } from './contest';
import type { Entry, OwnEntry } from './contest.record';
import { passDocumentOn, takeDocument } from './document-key';
import { knownEntrant, openEntrant } from './entrant';
import { changeEntryIf, findByAccountKey, insertEntry } from './entry.repository';
import { accountKeyOf } from './entry-keys';
import { entersHere, entrySpanOf } from './entry-span';
import { type EntryBody, judgeEntry } from './judge-entry';
import { tellEntrant } from './tell-entrant';

type Given = {
  readonly accountId: string;
  readonly contest: Contest;
  readonly body: EntryBody;
  readonly photo: OwnEntry['photo'] | null;
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
  const columns = judgeEntry(c, { ...given, id, known });
  const row: Entry = {
    id,
    version: 1,
    accountId,
    bodyId: contest.notice.body.id,
    noticeId: contest.notice.id,
    offeringCode: contest.offeringCode,
    state: 'entered',
    accountKey,
    ...columns,
    enteredOn: c.now.day,
    enteredAt: c.now.ms,
    withdrawnAt: null,
    listedOn: null,
    listReference: null,
    phoneIndex: null,
  };
  await takeDocument(c, row, async (documentKey) => {
    await insertEntry(c.h, { ...row, documentKey }).catch((error: unknown) => {
      // the same account tapped twice
      if (isDuplicate(error, 'uq_contest_entry_account')) refuse('entry-conflict');
      throw error;
    });
  });
  c.audit('contest-entered', { entryId: id, noticeId: row.noticeId }, { verdict: row.verdict });
  await tellEntrant(c, row, 'contest-entered', { title: contest.notice.title.value });
  return id;
}

/** Replaces what a live entry says. Refuses `changed-meanwhile`, `wrong-state`, and what `enter` refuses. */
export async function change(c: Context, given: Given & { row: OwnEntry; version: number }): Promise<void> {
  const { row, version } = given;
  await refuseUnlessOpen(c, given);
  if (row.state !== 'entered') refuse('wrong-state', { state: row.state });
  if (row.version !== version) refuse('changed-meanwhile');
  const columns = judgeEntry(c, { ...given, id: row.id, known: openEntrant(c.ports.crypto, row) });
  await takeDocument(c, { ...row, ...columns }, async (documentKey) => {
    if (!(await changeEntryIf(c.h, { id: row.id, version }, { ...columns, documentKey }))) refuse('changed-meanwhile');
  });
  c.audit('contest-entry-changed', { entryId: row.id });
}

/** Steps back until closing; she may enter again. */
export async function withdraw(c: Context, contest: Contest, row: OwnEntry): Promise<void> {
  refuseOutside(c, contest);
  const set = { state: 'withdrawn' as const, accountKey: null, documentKey: null, withdrawnAt: c.now.ms };
  if (!(await changeEntryIf(c.h, { id: row.id, version: row.version }, set)))
    refuse('wrong-state', { state: row.state });
  await passDocumentOn(c, row);
  c.audit('contest-withdrawn', { entryId: row.id });
  await tellEntrant(c, row, 'contest-withdrawn', { title: contest.notice.title.value });
}

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
