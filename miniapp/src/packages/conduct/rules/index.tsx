import { bodyConducts } from '@jikaotong/shared/contract';
import { ConductRulesScreen } from '../../../features/breach-desk';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function RulesPage() {
  const { body = '' } = usePageParams();
  return (
    <StaffOnly for={bodyConducts.getBodyConducts}>
      <ConductRulesScreen bodyId={body} />
    </StaffOnly>
  );
}
