import { listSelections } from '@jikaotong/shared/lists';
import { ActsScreen } from '../../../features/list';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ActsPage() {
  const { list = null, within = null } = usePageParams();
  return (
    <StaffOnly for={listSelections}>
      <ActsScreen list={list} within={within} />
    </StaffOnly>
  );
}
