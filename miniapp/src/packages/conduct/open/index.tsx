import { breachCases } from '@jikaotong/shared/contract';
import { OpenBreachScreen } from '../../../features/breach-desk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function OpenBreachPage() {
  const { application = '' } = usePageParams();
  return (
    <StaffOnly for={breachCases.openBreach}>
      <OpenBreachScreen applicationId={application} />
    </StaffOnly>
  );
}
