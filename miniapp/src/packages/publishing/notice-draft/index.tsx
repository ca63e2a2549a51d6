import { publishing } from '@jikaotong/shared/contract';
import { DraftScreen } from '../../../features/publishing';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function NoticeDraftPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={publishing.getNoticeDraft}>
      <DraftScreen id={id} />
    </StaffOnly>
  );
}
