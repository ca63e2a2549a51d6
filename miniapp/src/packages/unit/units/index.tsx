import { unitList } from '@jikaotong/shared/lists';
import { StaffOnly } from '../../../features/staff';
import { UnitsScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function UnitsPage() {
  const { body = '' } = usePageParams();
  return (
    <StaffOnly for={unitList.rows}>
      <UnitsScreen bodyId={body} />
    </StaffOnly>
  );
}
