import { dayAt, yearOf } from '@jikaotong/shared/kernel';
import { awardPaperNumber } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import { nextNumber } from '../../platform/numbers';
import type { Contest } from '../contests';

type Notice = Contest['notice'];
type Printed = Contest['rule']['awards'][number];

/** By which an award's papers are numbered: by body, kind and year of locking. */
export const seriesOf = (notice: Notice, { for: whom }: Printed, lockedAt: number) => ({
  bodyId: notice.body.id,
  year: yearOf(dayAt(lockedAt)),
  training: whom.kind === 'reached',
});
/** Its counter. */
export const counterOf = (series: ReturnType<typeof seriesOf>): string => `award:${awardPaperNumber(series, null)}`;

/** The numbers that so many papers of an award would get now; another award of the body may take them first. */
export async function nextPapers(
  { h }: Pick<Context, 'h'>,
  { notice }: Pick<Contest, 'notice'>,
  { printed, lockedAt, papers }: { readonly printed: Printed; readonly lockedAt: number; readonly papers: number },
): Promise<{ readonly papers: number; readonly first: string; readonly last: string }> {
  const series = seriesOf(notice, printed, lockedAt);
  const next = await nextNumber(h, counterOf(series));
  return { papers, first: awardPaperNumber(series, next), last: awardPaperNumber(series, next + papers - 1) };
}
