import { invigilation } from '@jikaotong/shared/contract';
import { DutyPlanScreen } from '../../../features/invigilation';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function DutyPlanPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={invigilation.getDutyPlan}>
      <SessionFirst sessionId={session} page="/packages/duty/plan/index">
        <DutyPlanScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
