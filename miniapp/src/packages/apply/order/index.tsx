import { OrderScreen } from '../../../features/order';
import { usePageParams } from '../../../platform';

export default function Page() {
  const { id = '' } = usePageParams();
  return <OrderScreen applicationId={id} />;
}
