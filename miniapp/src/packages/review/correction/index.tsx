import { corrections } from '@jikaotong/shared/contract';
import { CorrectionScreen } from '../../../features/review';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function CorrectionPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={corrections.getStaffCorrection}>
      <CorrectionScreen key={id} id={id} />
    </StaffOnly>
  );
}
