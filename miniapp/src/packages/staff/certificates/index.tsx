import { certificateList } from '@jikaotong/shared/lists';
import { CertificatesScreen } from '../../../features/award';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function CertificatesPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={certificateList.rows}>
      <SessionFirst sessionId={session} page="/packages/staff/certificates/index">
        <CertificatesScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
