import { units } from '@jikaotong/shared/contract';
import { StaffOnly } from '../../../features/staff';
import { EnterUnitScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function EnterUnitPage() {
  const { body = '' } = usePageParams();
  return (
    <StaffOnly for={units.enterUnit}>
      <EnterUnitScreen bodyId={body} />
    </StaffOnly>
  );
}
