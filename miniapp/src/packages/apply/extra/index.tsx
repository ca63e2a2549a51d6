import { ExtraFactsScreen } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <ExtraFactsScreen id={id} />;
}
