import { bodies } from '@jikaotong/shared/contract';
import { BodyScreen } from '../../../features/body';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function BodyPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={bodies.getStaffBody}>
      <BodyScreen id={id} />
    </StaffOnly>
  );
}
