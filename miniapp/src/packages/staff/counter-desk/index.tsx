import { counter } from '@jikaotong/shared/contract';
import { DeskScreen } from '../../../features/clerk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function DeskPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={counter.getAtCounter}>
      <DeskScreen key={id} id={id} />
    </StaffOnly>
  );
}
