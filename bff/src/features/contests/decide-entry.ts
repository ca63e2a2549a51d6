import type { BodyOf, contests as contract } from '@jikaotong/shared/contract';
import { type Context, refuse } from '../../platform/http';
import { loadContest } from './contest';
import type { Entry } from './contest.record';
import { passDocumentOn } from './document-key';
import { changeEntryIf } from './entry.repository';
import { tellEntrant } from './tell-entrant';

/**
 * Writes down what staff decide of a live entry and tells the entrant; a refused one frees account and document. Refuses
 * `changed-meanwhile`, and `wrong-state` for an entry that is over or an acceptance of one that the rules accept.
 */
export async function decideEntry(
  c: Context,
  row: Entry,
  { byAccountId, ...said }: BodyOf<typeof contract.decideEntry> & { readonly byAccountId: string },
): Promise<void> {
  const { state, decision } = row;
  if (state !== 'entered') refuse('wrong-state', { state });
  const { notice } = await loadContest(c, row.noticeId);
  const by = { version: said.version, byAccountId, title: notice.title.value };
  if (said.verdict === 'accepted') {
    if (row.verdict === 'eligible' || decision !== null) refuse('wrong-state', { state });
    if (!(await acceptIf(c, row, by))) refuse('changed-meanwhile');
    return;
  }
  const { reason } = said;
  const over = { state: 'refused' as const, accountKey: null, documentKey: null };
  if (!(await write(c, row, by, { decision: 'refused', decisionReason: reason, ...over }))) refuse('changed-meanwhile');
  await passDocumentOn(c, row);
  await tellEntrant(c, row, 'contest-refused', { title: by.title, reason });
}

type By = { readonly version: number; readonly byAccountId: string; readonly title: string };

/** Accepts a live entry that is still at this version, and tells the entrant; false, and nobody told, when it is not. */
export async function acceptIf(c: Context, row: Entry, by: By): Promise<boolean> {
  if (!(await write(c, row, by, { decision: 'accepted', decisionReason: null }))) return false;
  await tellEntrant(c, row, 'contest-accepted', { title: by.title });
  return true;
}

async function write(
  c: Context,
  { id }: Entry,
  { version, byAccountId }: By,
  set: Partial<Entry> & Pick<Entry, 'decision'>,
): Promise<boolean> {
  const decided = { ...set, decidedOn: c.now.day, decidedBy: byAccountId };
  if (!(await changeEntryIf(c.h, { id, version }, decided))) return false;
  c.audit('contest-entry-decided', { entryId: id }, { verdict: set.decision });
  return true;
}
