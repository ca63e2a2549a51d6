import type { ReplyOf, results } from '@jikaotong/shared/contract';

type Offering = ReplyOf<typeof results.previewResults>['offerings'][number];

/** Whether anybody was examined in it: else there is nothing to publish. */
export const hasPeople = ({
  passed,
  failed,
  absent,
  pending,
  incomplete,
}: Pick<Offering, 'passed' | 'failed' | 'absent' | 'pending' | 'incomplete'>): boolean =>
  passed + failed + absent + pending + incomplete > 0;
