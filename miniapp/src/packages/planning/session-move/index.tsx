import { sessionChanges } from '@jikaotong/shared/contract';
import { MoveScreen } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SessionMovePage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={sessionChanges.moveSession}>
      <MoveScreen id={id} />
    </StaffOnly>
  );
}
