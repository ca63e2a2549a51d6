import { SecondFactorScreen, StaffOnly } from '../../../features/staff';

export default function SecondFactorPage() {
  return (
    <StaffOnly>
      <SecondFactorScreen />
    </StaffOnly>
  );
}
