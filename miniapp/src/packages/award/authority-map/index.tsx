import { authoritySheets } from '@jikaotong/shared/contract';
import { AuthorityMapScreen } from '../../../features/award';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function AuthorityMapPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={authoritySheets.getAuthoritySheet}>
      <AuthorityMapScreen id={id} />
    </StaffOnly>
  );
}
