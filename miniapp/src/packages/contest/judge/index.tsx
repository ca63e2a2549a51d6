import { staffEntries } from '@jikaotong/shared/contract';
import { JudgeScreen } from '../../../features/contest';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function JudgePage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={staffEntries.getStaffEntry}>
      <JudgeScreen id={id} />
    </StaffOnly>
  );
}
