import { certificates } from '@jikaotong/shared/contract';
import { CertificatesScreen } from '../../../features/award';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function CertificatesPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={certificates.listSessionCertificates}>
      <CertificatesScreen sessionId={session} />
    </StaffOnly>
  );
}
