import { PasswordScreen, StaffOnly } from '../../../features/staff';

export default function PasswordPage() {
  return (
    <StaffOnly>
      <PasswordScreen />
    </StaffOnly>
  );
}
