import { certificateList } from '@jikaotong/shared/lists';
import { CertificatesScreen } from '../../../features/award';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function CertificatesPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={certificateList.rows}>
      <CertificatesScreen sessionId={session} />
    </StaffOnly>
  );
}
