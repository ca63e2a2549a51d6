import { publishing } from '@jikaotong/shared/contract';
import { ImportScreen } from '../../../features/publishing';
import { StaffOnly } from '../../../features/staff';

export default function NoticeImportPage() {
  return (
    <StaffOnly for={publishing.importNotice}>
      <ImportScreen />
    </StaffOnly>
  );
}
