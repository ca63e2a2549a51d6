import { retakeSchemes } from '@jikaotong/shared/contract';
import { RetakeSchemeScreen } from '../../../features/body';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function RetakeSchemePage() {
  const { body = '', notice = '', offering = '' } = usePageParams();
  return (
    <StaffOnly for={retakeSchemes.setRetakeScheme}>
      <RetakeSchemeScreen bodyId={body} noticeId={notice} offeringCode={offering} />
    </StaffOnly>
  );
}
