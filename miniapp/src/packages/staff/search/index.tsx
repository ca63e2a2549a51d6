import { search } from '@jikaotong/shared/contract';
import { SearchScreen } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SearchPage() {
  const { q = '' } = usePageParams();
  return (
    <StaffOnly for={search.searchEverywhere}>
      <SearchScreen first={q} />
    </StaffOnly>
  );
}
