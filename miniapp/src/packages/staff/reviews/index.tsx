import { applications } from '@jikaotong/shared/contract';
import { QueueScreen } from '../../../features/review';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ReviewsPage() {
  const { session = null } = usePageParams();
  return (
    <StaffOnly for={applications.listReviews}>
      <QueueScreen sessionId={session} />
    </StaffOnly>
  );
}
