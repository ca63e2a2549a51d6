import { stagePublication } from '@jikaotong/shared/contract';
import { PreviewScreen } from '../../../features/stage';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function PreviewPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={stagePublication.previewStage}>
      <PreviewScreen id={id} />
    </StaffOnly>
  );
}
