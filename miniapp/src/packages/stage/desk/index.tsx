import { stages } from '@jikaotong/shared/contract';
import { DeskScreen } from '../../../features/stage';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function DeskPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={stages.getStageDesk}>
      <DeskScreen id={id} />
    </StaffOnly>
  );
}
