import { GroupEntrantsScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function GroupEntrantsPage() {
  const { id = '' } = usePageParams();
  return <GroupEntrantsScreen id={id} />;
}
