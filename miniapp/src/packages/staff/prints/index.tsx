import { prints } from '@jikaotong/shared/contract';
import { SessionFirst } from '../../../features/session';
import { PrintsScreen } from '../../../features/sitting';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function PrintsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={prints.printSeats}>
      <SessionFirst sessionId={session} page="/packages/staff/prints/index">
        <PrintsScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
