import { objectionList } from '@jikaotong/shared/lists';
import { ObjectionListScreen } from '../../../features/objection-desk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ObjectionsPage() {
  const { session = '' } = usePageParams();
  return (
    <StaffOnly for={objectionList.rows}>
      <ObjectionListScreen sessionId={session} />
    </StaffOnly>
  );
}
