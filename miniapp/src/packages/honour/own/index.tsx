import { OwnAwardsScreen } from '../../../features/honour';
import { usePageParams } from '../../../platform';

export default function OwnAwardsPage() {
  const { id = '' } = usePageParams();
  return <OwnAwardsScreen id={id} />;
}
