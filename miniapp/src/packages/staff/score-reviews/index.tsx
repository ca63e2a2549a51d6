import { scoreReviewList } from '@jikaotong/shared/lists';
import { ScoreReviewsScreen } from '../../../features/score';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ScoreReviewsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={scoreReviewList.rows}>
      <SessionFirst sessionId={session} page="/packages/staff/score-reviews/index">
        <ScoreReviewsScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
