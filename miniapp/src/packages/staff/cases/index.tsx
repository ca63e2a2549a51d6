import { orders } from '@jikaotong/shared/contract';
import { CasesScreen } from '../../../features/review';
import { StaffOnly } from '../../../features/staff';

export default function CasesPage() {
  return (
    <StaffOnly for={orders.listCases}>
      <CasesScreen />
    </StaffOnly>
  );
}
