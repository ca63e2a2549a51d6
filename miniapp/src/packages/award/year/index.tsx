import { year } from '@jikaotong/shared/contract';
import { YearScreen } from '../../../features/award';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function YearPage() {
  const { body = null } = usePageParams();
  return (
    <StaffOnly for={year.getYear}>
      <YearScreen bodyId={body} />
    </StaffOnly>
  );
}
