import { publishing } from '@jikaotong/shared/contract';
import { AssumptionsScreen } from '../../../features/publishing';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function NoticeAssumptionsPage() {
  const { id = '' } = usePageParams();
  return (
    <StaffOnly for={publishing.confirmAssumption}>
      <AssumptionsScreen id={id} />
    </StaffOnly>
  );
}
