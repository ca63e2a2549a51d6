import { WorkbenchScreen } from '../../../features/session';
import { StaffOnly } from '../../../features/staff';

export default function HomePage() {
  return (
    <StaffOnly>
      <WorkbenchScreen />
    </StaffOnly>
  );
}
