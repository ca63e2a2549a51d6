import { open } from '../../platform';
import { Cell, Group } from '../../ui';

/** The way to the calendar. */
export const CalendarCell = () => (
  <Group>
    <Cell
      id="calendar"
      title="我的日历"
      note="报名、缴费、考试、公示的日期都在这里"
      onTap={() => open('/packages/apply/calendar/index')}
    />
  </Group>
);
