import { portraits } from '@jikaotong/shared/contract';
import { PortraitsScreen } from '../../../features/review';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function PortraitsPage() {
  const { session = '', unit } = usePageParams();
  return (
    <StaffOnly for={portraits.listPortraits}>
      <SessionFirst sessionId={session} page="/packages/review/portraits/index">
        <PortraitsScreen key={session} sessionId={session} unitId={unit} />
      </SessionFirst>
    </StaffOnly>
  );
}
