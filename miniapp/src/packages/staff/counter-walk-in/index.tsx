import { counter } from '@jikaotong/shared/contract';
import { WalkInScreen } from '../../../features/clerk';
import { StaffOnly } from '../../../features/staff';

export default function WalkInPage() {
  return (
    <StaffOnly for={counter.enterWalkIn}>
      <WalkInScreen />
    </StaffOnly>
  );
}
