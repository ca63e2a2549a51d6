import type { ReviewView } from '@jikaotong/shared/contract';
import type { SkippedItem } from '../../ui';

/** The version of an application that raises no question by itself; else why it must be looked at. */
export function bulkApprovable(review: ReviewView): { id: string; version: number } | SkippedItem {
  const { id, version, candidate, assessment, photoFaults, cases, changedFields } = review;
  const left = (why: string): SkippedItem => ({ id, name: candidate.name ?? '', why });
  if (cases.length > 0) return left('有待核查事项');
  const chosen = assessment.routes.find(({ route }) => route === review.route);
  if ((chosen?.verdict ?? assessment.verdict) !== 'eligible') return left('申报条件要人工认定');
  if (photoFaults.length > 0) return left('照片要看一下');
  if (changedFields.length > 0) return left('退回后改过，要复看');
  return { id, version };
}
