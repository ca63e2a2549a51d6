import { authoritySheets } from '@jikaotong/shared/contract';
import { AuthorityScreen } from '../../../features/award';
import { SessionFirst } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function AuthorityPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={authoritySheets.getAuthoritySheet}>
      <SessionFirst sessionId={session} page="/packages/award/authority/index">
        <AuthorityScreen sessionId={session} />
      </SessionFirst>
    </StaffOnly>
  );
}
