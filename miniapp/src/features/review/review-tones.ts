import type { ListRow, reviewList } from '@jikaotong/shared/lists';
import type { Tone } from '../../ui';

/** How a state of an application is drawn. */
export const REVIEW_TONES: Readonly<Record<ListRow<typeof reviewList>['state'], Tone>> = {
  draft: 'quiet',
  submitted: 'info',
  returned: 'warn',
  approved: 'go',
  rejected: 'stop',
  withdrawn: 'quiet',
  lapsed: 'quiet',
  void: 'quiet',
};
