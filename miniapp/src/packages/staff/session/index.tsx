import { sessions } from '@jikaotong/shared/contract';
import { SessionScreen } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SessionPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={sessions.getStaffSession}>
      <SessionScreen id={id} />
    </StaffOnly>
  );
}
