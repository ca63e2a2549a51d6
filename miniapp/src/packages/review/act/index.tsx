import { listSelections } from '@jikaotong/shared/lists';
import { ActScreen } from '../../../features/list';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function ActPage() {
  const { id = '', list = '', within = '' } = usePageParams();
  return (
    <StaffOnly for={listSelections}>
      <ActScreen list={list} within={within} id={id} />
    </StaffOnly>
  );
}
