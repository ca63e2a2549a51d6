import { orderList } from '@jikaotong/shared/lists';
import { OrdersScreen } from '../../../features/receipt';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function OrdersPage() {
  const { body = null, session = null } = usePageParams();
  return (
    <StaffOnly for={orderList.rows}>
      <OrdersScreen bodyId={body} sessionId={session} />
    </StaffOnly>
  );
}
