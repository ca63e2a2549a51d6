import { collections } from '@jikaotong/shared/contract';
import { CertificatePapersScreen } from '../../../features/award';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function PapersPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={collections.printCertificates}>
      <SessionFirst sessionId={session} page="/packages/award/papers/index">
        <CertificatePapersScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
