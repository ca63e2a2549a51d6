import { orders } from '@jikaotong/shared/contract';
import { OrdersScreen } from '../../../features/receipt';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function OrdersPage() {
  const { session = null } = usePageParams();
  return (
    <StaffOnly for={orders.listStaffOrders}>
      <OrdersScreen sessionId={session} />
    </StaffOnly>
  );
}
