import type { BodyOf, contests as contract } from '@jikaotong/shared/contract';
import { type Context, refuse } from '../../platform/http';
import { accountNotified } from '../accounts';
import type { Entry } from './contest.record';
import { passDocumentOn } from './document-key';
import { changeEntryIf } from './entry.repository';
import { loadContest } from './contest';

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
  if (said.verdict === 'accepted' && (row.verdict === 'eligible' || decision !== null))
    refuse('wrong-state', { state });
  const reason = said.verdict === 'refused' ? said.reason : null;
  const set = {
    decision: said.verdict,
    decisionReason: reason,
    decidedOn: c.now.day,
    decidedBy: byAccountId,
    ...(said.verdict === 'refused' ? { state: 'refused' as const, accountKey: null, documentKey: null } : {}),
  };
  if (!(await changeEntryIf(c.h, { id: row.id, version: said.version }, set))) refuse('changed-meanwhile');
  if (said.verdict === 'refused') await passDocumentOn(c, row);
  c.audit('contest-entry-decided', { entryId: row.id }, { verdict: said.verdict });
  if (row.accountId === null) return;
  const { notice } = await loadContest(c, row.noticeId);
  const code = said.verdict === 'accepted' ? ('contest-accepted' as const) : ('contest-refused' as const);
  await c.emit(accountNotified({ accountId: row.accountId, code, data: { title: notice.title.value, reason } }));
}
