import { scoreReviewList } from '@jikaotong/shared/lists';
import { ScoreReviewsScreen } from '../../../features/score';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ScoreReviewsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={scoreReviewList.rows}>
      <ScoreReviewsScreen sessionId={session} />
    </StaffOnly>
  );
}
