import { calendarYears } from '@jikaotong/shared/contract';
import { YearScreen } from '../../../features/body';
import { StaffOnly } from '../../../features/staff';
import { usePageParams } from '../../../platform';

export default function CalendarYearPage() {
  const { year = '' } = usePageParams();
  return (
    <StaffOnly for={calendarYears.addCalendarYear}>
      <YearScreen year={Number(year)} />
    </StaffOnly>
  );
}
