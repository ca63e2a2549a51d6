import { protests } from '@jikaotong/shared/contract';
import { ProtestScreen } from '../../../features/honour';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ProtestPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={protests.getStaffProtest}>
      <ProtestScreen id={id} />
    </StaffOnly>
  );
}
