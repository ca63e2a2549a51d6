import { sessions } from '@jikaotong/shared/contract';
import { PlanScreen } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SessionPlanPage() {
  const { id = null, notice = null } = usePageParams();
  return (
    <StaffOnly for={sessions.createSession}>
      <PlanScreen id={id} noticeId={notice} />
    </StaffOnly>
  );
}
