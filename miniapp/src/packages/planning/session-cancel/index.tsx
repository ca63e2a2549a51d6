import { sessionChanges } from '@jikaotong/shared/contract';
import { CancelScreen } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SessionCancelPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={sessionChanges.cancelSession}>
      <CancelScreen id={id} />
    </StaffOnly>
  );
}
