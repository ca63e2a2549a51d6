import { rosterCounters } from '@jikaotong/shared/contract';
import { StaffOnly } from '../../../features/staff';
import { GroupCounterScreen } from '../../../features/unit';
import { usePageParams } from '../../../platform';

export default function GroupCounterPage() {
  const { id, code } = usePageParams();
  return (
    <StaffOnly for={rosterCounters.openRosterSlip}>
      <GroupCounterScreen key={code ?? id} id={id ?? null} code={code ?? null} />
    </StaffOnly>
  );
}
