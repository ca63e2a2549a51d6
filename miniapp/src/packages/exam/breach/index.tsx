import { BreachScreen } from '../../../features/breach';
import { usePageParams } from '../../../platform';

export default function BreachPage() {
  const { id = '' } = usePageParams();
  return <BreachScreen id={id} />;
}
