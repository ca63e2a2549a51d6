import { UnitAwardsScreen } from '../../../features/honour';
import { usePageParams } from '../../../platform';

export default function UnitAwardsPage() {
  const { id = '' } = usePageParams();
  return <UnitAwardsScreen id={id} />;
}
