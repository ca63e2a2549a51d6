import { seatList } from '@jikaotong/shared/lists';
import { SeatingScreen } from '../../../features/sitting';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SeatingPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={seatList.rows}>
      <SeatingScreen sessionId={session} />
    </StaffOnly>
  );
}
