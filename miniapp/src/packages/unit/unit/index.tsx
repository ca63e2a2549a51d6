import { UnitScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function UnitPage() {
  const { id = '' } = usePageParams();
  return <UnitScreen id={id} />;
}
