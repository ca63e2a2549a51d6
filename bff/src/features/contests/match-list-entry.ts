import type { Context } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { changeCandidate, findByAccountKey } from '../candidates';
import type { Contest } from './contest';
import type { Entry, Registration } from './contest.record';
import { changeEntryIf, listedEntries } from './entry.repository';

type OwnRecord = Pick<Registration, 'name' | 'documentIndex' | 'phoneIndex'>;
type ListEntry = Pick<Entry, 'name' | 'documentIndex' | 'phoneIndex'>;

/** Whether an entry of a list is the candidate's: by the document noted, and only without one by name and phone. */
export const matchesListEntry = (entry: ListEntry, self: OwnRecord): boolean =>
  self.documentIndex === null
    ? self.name !== null && self.phoneIndex !== null && entry.name === self.name && entry.phoneIndex === self.phoneIndex
    : entry.documentIndex === self.documentIndex;

/** Gives the candidate the entry of a list that is theirs, unless somebody has it; the candidate is told. */
export async function claimListEntry(ctx: Context, contest: Contest, self: Registration): Promise<void> {
  if (await findByAccountKey(ctx.h, self.accountKey)) return;
  const free = (await listedEntries(ctx.h, self.noticeId)).filter(
    (entry) => entry.state === 'entered' && entry.accountId === null && matchesListEntry(entry, self),
  );
  const [entry] = free;
  if (entry && free.length === 1) await linkListEntry(ctx, contest, entry, self);
}

/** Links an entry of a list to the account of a record. */
export async function linkListEntry(
  ctx: Context,
  { notice }: Contest,
  entry: Pick<Entry, 'id' | 'participantId' | 'version'>,
  { accountId, accountKey }: Pick<Registration, 'accountId' | 'accountKey'>,
): Promise<void> {
  if (!(await changeEntryIf(ctx.h, entry, {}))) return;
  await changeCandidate(ctx.h, entry.id, { accountId, accountKey });
  await tellAccount(ctx, { accountId, code: 'registration-listed', data: { title: notice.title.value } });
}
