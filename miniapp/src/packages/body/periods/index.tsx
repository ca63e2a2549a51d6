import { personalData } from '@jikaotong/shared/contract';
import { PeriodsScreen } from '../../../features/body';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function PeriodsPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={personalData.getBodyPeriods}>
      <PeriodsScreen id={id} />
    </StaffOnly>
  );
}
