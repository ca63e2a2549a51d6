import { contests } from '@jikaotong/shared/contract';
import { PostersScreen } from '../../../features/contest';
import { StaffOnly } from '../../../features/staff';

export default function PostersPage() {
  return (
    <StaffOnly for={contests.listPosters}>
      <PostersScreen />
    </StaffOnly>
  );
}
