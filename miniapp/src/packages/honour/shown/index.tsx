import { ShownAwardsScreen } from '../../../features/honour';
import { usePageParams } from '../../../platform';

export default function ShownAwardsPage() {
  const { id = '' } = usePageParams();
  return <ShownAwardsScreen id={id} />;
}
