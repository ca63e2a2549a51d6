import { BasisScreen, stepModeOf } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', way } = usePageParams();
  return <BasisScreen id={id} way={stepModeOf(way)} />;
}
