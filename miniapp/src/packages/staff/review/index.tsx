import { applications } from '@jikaotong/shared/contract';
import { ReviewScreen } from '../../../features/review';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ReviewPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={applications.getReview}>
      <ReviewScreen key={id} id={id} />
    </StaffOnly>
  );
}
