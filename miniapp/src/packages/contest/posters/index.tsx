import { posters } from '@jikaotong/shared/contract';
import { PostersScreen } from '../../../features/contest';
import { StaffOnly } from '../../../features/staff';

export default function PostersPage() {
  return (
    <StaffOnly for={posters.listPosters}>
      <PostersScreen />
    </StaffOnly>
  );
}
