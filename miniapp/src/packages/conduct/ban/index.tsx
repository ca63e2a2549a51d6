import { bans } from '@jikaotong/shared/contract';
import { BanScreen } from '../../../features/breach-desk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function BanPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={bans.getBan}>
      <BanScreen id={id} />
    </StaffOnly>
  );
}
