import type { Counter, Notice } from '@jikaotong/shared/notice';
import { copy } from '../../platform';
import { Cell, Group } from '../../ui';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** Where papers are taken, and when. */
export function Counters({ notice }: { notice: Notice }) {
  if (notice.counters.length === 0) return null;
  return (
    <Group title="业务受理">
      {notice.counters.map((counter) => (
        <Cell
          key={counter.address.value}
          title={counter.address.value}
          note={hoursWords(counter)}
          label={`${counter.address.value}，复制地址`}
          value="复制"
          onTap={() => void copy(counter.address.value)}
        />
      ))}
    </Group>
  );
}

function hoursWords({ days, weekdays, hours, closedOnHolidays }: Counter): string {
  const when = days === 'workdays' ? '工作日' : weekdayWords(weekdays);
  const times = hours.map(({ from, to }) => `${from}–${to}`).join('、');
  return `${when} ${times}${closedOnHolidays.value ? '，法定节假日除外' : ''}`;
}

/** `周一至周五` for a run, else each day. */
function weekdayWords(days: readonly number[]): string {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return '';
  const name = (day: number) => WEEKDAYS[day - 1] ?? '';
  if (days.length > 2 && last - first === days.length - 1) return `${name(first)}至${name(last)}`;
  return days.map(name).join('、');
}
