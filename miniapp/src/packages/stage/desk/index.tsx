import { stages } from '@jikaotong/shared/contract';
import { DeskScreen } from '../../../features/stage';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function DeskPage() {
  const { id = '', entrant = '' } = usePageParams();
  return (
    <StaffOnly for={stages.getStageDesk}>
      <DeskScreen id={id} first={/^\d+$/.test(entrant) ? Number(entrant) : null} />
    </StaffOnly>
  );
}
