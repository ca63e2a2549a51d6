import { FactScreen } from '../../../features/application';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', fact } = usePageParams();
  return <FactScreen id={id} fact={fact ?? null} />;
}
