import { banList } from '@jikaotong/shared/lists';
import { BanListScreen } from '../../../features/breach-desk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function BansPage() {
  const { body = '' } = usePageParams();
  return (
    <StaffOnly for={banList.rows}>
      <BanListScreen bodyId={body} />
    </StaffOnly>
  );
}
