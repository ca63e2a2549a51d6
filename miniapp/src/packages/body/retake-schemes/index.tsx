import { retakeSchemes } from '@jikaotong/shared/contract';
import { RetakeSchemesScreen } from '../../../features/body';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function RetakeSchemesPage() {
  const { body = '' } = usePageParams();
  return (
    <StaffOnly for={retakeSchemes.getRetakeSchemes}>
      <RetakeSchemesScreen bodyId={body} />
    </StaffOnly>
  );
}
