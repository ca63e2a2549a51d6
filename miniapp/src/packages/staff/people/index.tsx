import { staffList } from '@jikaotong/shared/lists';
import { PeopleScreen } from '../../../features/body';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function PeoplePage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={staffList.rows}>
      <PeopleScreen id={id} />
    </StaffOnly>
  );
}
