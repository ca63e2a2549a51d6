import { units } from '@jikaotong/shared/contract';
import { StaffOnly } from '../../../features/staff';
import { JudgeUnitScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function JudgePage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={units.getStaffUnit}>
      <JudgeUnitScreen id={id} />
    </StaffOnly>
  );
}
