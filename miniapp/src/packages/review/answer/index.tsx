import { sessionChanges } from '@jikaotong/shared/contract';
import { ChangeAnswerScreen } from '../../../features/review';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function AnswerPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={sessionChanges.getChangeOfCandidate}>
      <ChangeAnswerScreen id={id} />
    </StaffOnly>
  );
}
