import type { AcceptanceCode } from '@jikaotong/shared/contract';
import { OTHER_GROUP } from '@jikaotong/shared/notice';
import { looksLikeTrial } from '@jikaotong/shared/rules/identity';
import type { Context } from '../../platform/http';
import { openCasesOf } from '../cases';
import { loadNoticeVersion } from '../notices';
import type { Contest } from './contest';
import { type Entry, madeHere } from './contest.record';
import { acceptIf } from './decide-entry';
import { judgedBy } from './entrant';
import { findEntriesOf } from './entry.repository';
import { assessEntry } from './judge-entry';

export type Asked = { readonly id: string; readonly version: number };
type Seen = Pick<Context, 'h' | 'ports'>;
type Answer = { id: string; code: AcceptanceCode };

/** Accepts those that raise no question of their own, each by itself, and says of every other why it is left. */
export async function acceptEntries(
  ctx: Context,
  contest: Contest,
  { items, byAccountId }: { readonly items: readonly Asked[]; readonly byAccountId: string },
): Promise<Answer[]> {
  const by = { byAccountId, title: contest.notice.title.value };
  return answersTo(ctx, contest, { items, byAccountId }, async (row, version) =>
    (await acceptIf(ctx, row, { ...by, version })) ? 'accepted' : 'changed-meanwhile',
  );
}

/** What is true of them now, for a request that is sent again: nothing is written. */
export const acceptedBefore = (
  ctx: Seen,
  contest: Contest,
  asked: { readonly items: readonly Asked[]; readonly byAccountId: string },
): Promise<Answer[]> => answersTo(ctx, contest, asked, () => Promise.resolve('changed-meanwhile'));

async function answersTo(
  ctx: Seen,
  contest: Contest,
  { items, byAccountId }: { readonly items: readonly Asked[]; readonly byAccountId: string },
  accept: (row: Entry, version: number) => Promise<AcceptanceCode>,
): Promise<Answer[]> {
  const ids = items.map(({ id }) => id);
  const rows = new Map((await findEntriesOf(ctx.h, contest.notice.id, ids)).map((row) => [row.id, row]));
  const twice = await heldTwice(ctx.h, ids);
  const codes = new Map<string, AcceptanceCode>();
  // in one order everywhere, so that two requests at once wait for each other and never in a ring
  for (const { id, version } of items.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const row = rows.get(id);
    if (codes.has(id)) continue;
    if (!row) codes.set(id, 'not-found');
    else if (row.decidedBy === byAccountId && row.decision === 'accepted' && row.version === version + 1)
      codes.set(id, 'accepted');
    else {
      const why = await whyAlone(ctx, row, twice.has(id));
      codes.set(id, why ?? (row.version === version ? await accept(row, version) : 'changed-meanwhile'));
    }
  }
  return items.map(({ id }) => ({ id, code: codes.get(id) ?? 'not-found' }));
}

/** Those of them whose document another account has entered too, by an open case. */
export async function heldTwice(h: Context['h'], ids: readonly string[]): Promise<ReadonlySet<string | null>> {
  const cases = await openCasesOf(h, ids);
  return new Set(cases.flatMap(({ candidateId, otherCandidateId }) => [candidateId, otherCandidateId]));
}

/** Why somebody must look at an entry by itself; null: only the group that was declared, which the notice lists, waits. */
export async function whyAlone({ h, ports }: Seen, row: Entry, isTwice: boolean): Promise<AcceptanceCode | null> {
  const own = madeHere(row);
  if (row.state !== 'entered' || row.decision !== null || row.verdict !== 'needs-review' || !own) return 'wrong-state';
  if (isTwice) return 'document-twice';
  if (own.entrantGroup === OTHER_GROUP) return 'group-other';
  if (row.name !== null && looksLikeTrial(row.name)) return 'other-doubts';
  const { notice } = await loadNoticeVersion(h, row.noticeVersionId);
  const { routes } = assessEntry({ notice, offeringCode: row.offeringCode }, judgedBy(ports.crypto, own));
  const doubts = routes.flatMap((route) => (route.verdict === 'needs-review' ? route.doubts : []));
  return doubts.every(({ data }) => data['statement'] === 'listed-group') ? null : 'other-doubts';
}
