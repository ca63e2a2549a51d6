import { GroupResultsScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function GroupResultsPage() {
  const { id = '' } = usePageParams();
  return <GroupResultsScreen id={id} />;
}
