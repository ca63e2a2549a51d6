import type { EntryDoubt } from '@jikaotong/shared/lists';
import { isGreyInsteadOfColour } from '@jikaotong/shared/rules/photo';
import type { Context } from '../../platform/http';
import { openCasesOf } from '../cases';
import { loadNoticeVersion } from '../notices';
import { type Entry, type OwnEntry, madeHere } from './contest.record';
import { judgedBy } from './entrant';
import { entryDoubtsOf } from './entry-doubts';
import { assessEntry } from './judge-entry';

type Seen = Pick<Context, 'h' | 'ports'>;

/** Whether an entry made here waits for staff to decide. */
export const waitsForStaff = (row: Entry): boolean =>
  row.state === 'entered' && row.decision === null && row.verdict === 'needs-review' && madeHere(row) !== null;

/** Why an entry must be looked at by itself, judged anew by the version of the notice that it was judged by. */
export async function doubtsNow(ctx: Seen, row: Entry): Promise<readonly Exclude<EntryDoubt, 'clear'>[]> {
  const cases = await openCasesOf(ctx.h, [row.id]);
  const own = madeHere(row);
  const stored = own === null ? [] : await storedDoubts(ctx, own);
  return [...stored, ...(cases.length > 0 ? ['case' as const] : [])];
}

async function storedDoubts({ h, ports }: Seen, own: OwnEntry) {
  const { notice } = await loadNoticeVersion(h, own.noticeVersionId);
  const { routes } = assessEntry({ notice, offeringCode: own.offeringCode }, judgedBy(ports.crypto, own));
  const isPhotoGrey = isGreyInsteadOfColour(own.photo?.facts ?? null, notice.photo);
  return entryDoubtsOf({ name: own.name, entrantGroup: own.entrantGroup, routes, isPhotoGrey });
}
