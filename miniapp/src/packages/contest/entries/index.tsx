import { contests } from '@jikaotong/shared/contract';
import { EntriesScreen } from '../../../features/contest';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function EntriesPage() {
  const { id = '', state = null } = usePageParams();
  return (
    <StaffOnly for={contests.getStaffContest}>
      <EntriesScreen id={id} state={state} />
    </StaffOnly>
  );
}
