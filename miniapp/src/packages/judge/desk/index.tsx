import { judging } from '@jikaotong/shared/contract';
import { JudgingDeskScreen } from '../../../features/judging';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function JudgingDeskPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={judging.getJudging}>
      <JudgingDeskScreen id={id} />
    </StaffOnly>
  );
}
