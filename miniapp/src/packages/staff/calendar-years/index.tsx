import { calendarYears } from '@jikaotong/shared/contract';
import { YearsScreen } from '../../../features/body';
import { StaffOnly } from '../../../features/staff';

export default function CalendarYearsPage() {
  return (
    <StaffOnly for={calendarYears.addCalendarYear}>
      <YearsScreen />
    </StaffOnly>
  );
}
