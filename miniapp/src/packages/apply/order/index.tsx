import { OrderScreen } from '../../../features/order';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '', roster = null } = usePageParams();
  return <OrderScreen applicationId={id} rosterId={roster} />;
}
