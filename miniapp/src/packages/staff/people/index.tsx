import { bodies } from '@jikaotong/shared/contract';
import { PeopleScreen } from '../../../features/body';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function PeoplePage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={bodies.getStaffBody}>
      <PeopleScreen id={id} />
    </StaffOnly>
  );
}
