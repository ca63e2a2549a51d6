import { reviewList } from '@jikaotong/shared/lists';
import { ReviewsScreen } from '../../../features/review';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ReviewsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={reviewList.rows}>
      <ReviewsScreen sessionId={session} />
    </StaffOnly>
  );
}
