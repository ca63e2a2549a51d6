import { EnterScreen } from '../../../features/contest';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <EnterScreen id={id} />;
}
