import { sessions } from '@jikaotong/shared/contract';
import { WindowsScreen } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function SessionWindowsPage() {
  const { id = '', fresh } = usePageParams();
  return (
    <StaffOnly for={sessions.confirmWindows}>
      <WindowsScreen id={id} fresh={fresh !== undefined} />
    </StaffOnly>
  );
}
