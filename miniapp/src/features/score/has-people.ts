import type { ReplyOf, results } from '@jikaotong/shared/contract';

type Offering = ReplyOf<typeof results.previewResults>['offerings'][number];

/** Whether anybody was examined in it: else there is nothing to publish. */
export const hasPeople = ({
  passed,
  failed,
  absent,
  incomplete,
}: Pick<Offering, 'passed' | 'failed' | 'absent' | 'incomplete'>): boolean => passed + failed + absent + incomplete > 0;
