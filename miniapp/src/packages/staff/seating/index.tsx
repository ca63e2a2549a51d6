import { seatList } from '@jikaotong/shared/lists';
import { SeatingScreen } from '../../../features/sitting';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SeatingPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={seatList.rows}>
      <SessionFirst sessionId={session} page="/packages/staff/seating/index">
        <SeatingScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
