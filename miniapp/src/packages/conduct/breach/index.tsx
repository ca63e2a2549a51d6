import { breachCases } from '@jikaotong/shared/contract';
import { JudgeBreachScreen } from '../../../features/breach-desk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function BreachPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={breachCases.getStaffBreach}>
      <JudgeBreachScreen id={id} />
    </StaffOnly>
  );
}
