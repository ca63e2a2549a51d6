import { sittings } from '@jikaotong/shared/contract';
import { SeatingScreen } from '../../../features/sitting';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SeatingPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={sittings.listSeats}>
      <SeatingScreen sessionId={session} />
    </StaffOnly>
  );
}
