import { stageDraws } from '@jikaotong/shared/contract';
import { isStageCode } from '@jikaotong/shared/notice';
import { DrawScreen } from '../../../features/draw';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function DrawPage() {
  const { id = '', stage = '' } = usePageParams();
  return (
    <StaffOnly for={stageDraws.getStaffStageDraw}>
      <DrawScreen id={id} stage={isStageCode(stage) ? stage : 'preliminary'} />
    </StaffOnly>
  );
}
