import { IdentityScreen, stepModeOf } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', way } = usePageParams();
  return <IdentityScreen id={id} way={stepModeOf(way)} />;
}
