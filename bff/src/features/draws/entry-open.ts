import type { LocalDate } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import { type Contest, entrySpanOf, spanState } from '../contests';

/** Until when people still enter a competition, if that keeps this stage from being drawn; null where nobody enters any more. */
export function entryOpenBefore(
  { notice, firstStage }: Contest,
  stage: StageCode,
  day: LocalDate,
): { readonly closesOn: LocalDate | null } | null {
  const span = entrySpanOf(notice);
  return stage === firstStage && spanState(span, day) !== 'closed' ? { closesOn: span.closesOn } : null;
}
