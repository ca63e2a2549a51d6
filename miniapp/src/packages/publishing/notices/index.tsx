import { publishing } from '@jikaotong/shared/contract';
import { StaffNoticesScreen } from '../../../features/publishing';
import { StaffOnly } from '../../../features/staff';

export default function NoticesPage() {
  return (
    <StaffOnly for={publishing.listStaffNotices}>
      <StaffNoticesScreen />
    </StaffOnly>
  );
}
