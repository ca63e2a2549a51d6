import { protestList } from '@jikaotong/shared/lists';
import { ProtestListScreen } from '../../../features/honour';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ProtestListPage() {
  const { body = '' } = usePageParams();
  return (
    <StaffOnly for={protestList.rows}>
      <ProtestListScreen bodyId={body} />
    </StaffOnly>
  );
}
