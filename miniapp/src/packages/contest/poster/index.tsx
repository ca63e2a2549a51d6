import { posters } from '@jikaotong/shared/contract';
import { PosterScreen } from '../../../features/contest';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function PosterPage() {
  const { code = '' } = usePageParams();
  return (
    <StaffOnly for={posters.listPosters}>
      <PosterScreen code={code} />
    </StaffOnly>
  );
}
