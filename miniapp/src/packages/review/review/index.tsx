import { applications } from '@jikaotong/shared/contract';
import { reviewList } from '@jikaotong/shared/lists';
import { soundIn } from '../../../features/list';
import { ReviewView } from '../../../features/review';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

/** `session` and what else stands in the address: the list that it was opened from, its filters and sort. */
export default function ReviewPage() {
  const { id = '', session, ...others } = usePageParams();
  return (
    <StaffOnly for={applications.getReview}>
      <ReviewView id={id} session={session ?? null} asked={soundIn(reviewList, others)} />
    </StaffOnly>
  );
}
