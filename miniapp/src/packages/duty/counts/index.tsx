import { invigilation } from '@jikaotong/shared/contract';
import { DoorCountsScreen } from '../../../features/invigilation';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function DoorCountsPage() {
  const { session = '', slot = '', room = null } = usePageParams();
  return (
    <StaffOnly for={invigilation.getDoorCounts}>
      <DoorCountsScreen sessionId={session} slot={slot} first={room} />
    </StaffOnly>
  );
}
