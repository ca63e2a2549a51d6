import { auditList } from '@jikaotong/shared/lists';
import { AuditScreen } from '../../../features/body';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function AuditPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={auditList.rows}>
      <AuditScreen id={id} />
    </StaffOnly>
  );
}
