import { reviewList } from '@jikaotong/shared/lists';
import { ReviewsScreen } from '../../../features/review';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ReviewsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={reviewList.rows}>
      <SessionFirst sessionId={session} page="/packages/review/reviews/index">
        <ReviewsScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
