import type { ReplyOf, results } from '@jikaotong/shared/contract';

/** A score review as staff see it. */
export type StaffScoreReview = ReplyOf<typeof results.listScoreReviews>['items'][number];
