import { awardList } from '@jikaotong/shared/lists';
import { AwardListScreen } from '../../../features/honour';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function AwardListPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={awardList.rows}>
      <AwardListScreen id={id} />
    </StaffOnly>
  );
}
