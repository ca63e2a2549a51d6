import { SentScreen } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <SentScreen id={id} />;
}
