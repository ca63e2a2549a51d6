import { UnitsMineScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function UnitsMinePage() {
  const { body = null } = usePageParams();
  return <UnitsMineScreen bodyId={body} />;
}
