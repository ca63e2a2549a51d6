import { breachList } from '@jikaotong/shared/lists';
import { BreachListScreen } from '../../../features/breach-desk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function BreachesPage() {
  const { body = '' } = usePageParams();
  return (
    <StaffOnly for={breachList.rows}>
      <BreachListScreen bodyId={body} />
    </StaffOnly>
  );
}
