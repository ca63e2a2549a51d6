import { SignatureScreen, stepModeOf } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', way } = usePageParams();
  return <SignatureScreen id={id} way={stepModeOf(way)} />;
}
