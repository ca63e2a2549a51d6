import type { Context } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { type TriedSecret, findAccount, forgetWrong, noteWrong, phoneOf, waitFor } from '../accounts';
import { changeCandidate, findByAccountKey, phoneIndexOf } from '../candidates';
import type { Contest } from './contest';
import type { Entry, Registration } from './contest.record';
import { changeEntryIf, listedByPhone } from './entry.repository';

type OwnRecord = Pick<Registration, 'accountId' | 'name' | 'documentIndex'>;
type ListEntry = Pick<Entry, 'name' | 'documentIndex' | 'phoneIndex'>;

/**
 * Whether an entry of a list is the candidate's: the document and the name noted, and the phone of the list proven for the
 * account. Ranks, awards and the account a prize goes to hang on it; anybody may note somebody else's document.
 */
export const matchesListEntry = (entry: ListEntry, self: OwnRecord, provenPhone: string | null): boolean =>
  provenPhone !== null &&
  entry.phoneIndex === provenPhone &&
  self.documentIndex === entry.documentIndex &&
  self.name === entry.name;

/** The index of the phone that an account has proven; null: none. */
export async function provenPhoneOf({ h, ports }: Pick<Context, 'h' | 'ports'>, accountId: string) {
  const account = await findAccount(h, accountId);
  const phone = account && phoneOf(ports.crypto, account);
  return phone === null ? null : phoneIndexOf(ports.crypto, phone);
}

/**
 * Gives the candidate the entry of a list that is theirs, unless somebody has it; the candidate is told. Five tries a day at
 * the name and document of a phone that the list names; a phone it names for several people proves none. What was noted
 * before (no `isGuess`) is no other try: it fits once staff have mended the list, or another phone is proven.
 */
export async function claimListEntry(
  ctx: Context,
  contest: Contest,
  self: Registration & { readonly isGuess: boolean },
): Promise<void> {
  if (self.name === null || self.documentIndex === null || (await findByAccountKey(ctx.h, self.accountKey))) return;
  const phoneIndex = await provenPhoneOf(ctx, self.accountId);
  if (phoneIndex === null) return;
  const named = (await listedByPhone(ctx.h, self.noticeId, phoneIndex)).filter(({ state }) => state === 'entered');
  const [entry] = named;
  if (!entry || named.length > 1 || entry.accountId !== null) return;
  const tried: TriedSecret = {
    most: 5,
    withinMs: 24 * 3_600_000,
    key: ctx.ports.crypto.blindIndex('wrong-list-claims', self.accountId),
  };
  if ((await waitFor(ctx.h, tried, ctx.now.wallMs)) > 0) return;
  if (!matchesListEntry(entry, self, phoneIndex)) {
    if (self.isGuess) await noteWrong(ctx.h, tried, ctx.now.wallMs);
    return;
  }
  await forgetWrong(ctx.h, tried);
  await linkListEntry(ctx, contest, entry, self);
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
