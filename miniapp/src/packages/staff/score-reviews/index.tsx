import { results } from '@jikaotong/shared/contract';
import { ScoreReviewsScreen } from '../../../features/score';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ScoreReviewsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={results.listScoreReviews}>
      <ScoreReviewsScreen sessionId={session} />
    </StaffOnly>
  );
}
