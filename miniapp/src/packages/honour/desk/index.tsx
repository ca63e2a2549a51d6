import { awards } from '@jikaotong/shared/contract';
import { AwardDeskScreen } from '../../../features/honour';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function AwardDeskPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={awards.getAwardBoard}>
      <AwardDeskScreen id={id} />
    </StaffOnly>
  );
}
