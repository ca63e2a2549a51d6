import { contests } from '@jikaotong/shared/contract';
import { EntriesScreen } from '../../../features/contest';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function EntriesPage() {
  const { id = '', only } = usePageParams();
  return (
    <StaffOnly for={contests.listEntries}>
      <EntriesScreen id={id} onlyWaiting={only === 'undecided'} />
    </StaffOnly>
  );
}
