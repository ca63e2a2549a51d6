import { orders } from '@jikaotong/shared/contract';
import { CasesScreen } from '../../../features/review';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function CasesPage() {
  const { body = null, session = null, case: caseId = null, about } = usePageParams();
  return (
    <StaffOnly for={orders.getCase}>
      <CasesScreen
        bodyId={body}
        sessionId={session}
        caseId={caseId || null}
        begin={about === 'money' ? 'money' : null}
      />
    </StaffOnly>
  );
}
