import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice, ScheduleRow } from '@jikaotong/shared/notice';
import { monthColumns } from './month-columns';
import { offeringName } from './offering-name';
import { View } from '@tarojs/components';
import { Group, Source, SpanLine } from '../../ui';
import { LastCounterDay } from './last-counter-day';
import './schedule.scss';

type Props = { notice: Notice; today: LocalDate };

/** The printed table of application and payment by exam month; nothing where none is printed. */
export function Schedule({ notice, today }: Props) {
  if (notice.schedule.length === 0) return null;
  return (
    <Group title="申报和缴费时间">
      {notice.schedule.map((row) => (
        <Row key={row.month} row={row} notice={notice} today={today} />
      ))}
    </Group>
  );
}

/** By its level alone where that tells the offerings of a notice apart. */
const rowName =
  ({ offerings }: Pick<Notice, 'offerings'>) =>
  (offering: Notice['offerings'][number]): string => {
    const { levelName } = offering;
    const isOnly = levelName !== null && offerings.filter((other) => other.levelName === levelName).length === 1;
    return isOnly ? levelName : offeringName(offering);
  };

function Row({ row, notice, today }: Props & { row: ScheduleRow }) {
  const { application, payment, month } = row;
  const [label] = monthColumns({ year: notice.year, schedule: [row] }).map((column) => column.label);
  const done = application !== null && today > application.closes;
  const named = notice.offerings.filter(({ code }) => row.offerings.includes(code));
  return (
    <View className="schedule" id={`schedule-${month}`}>
      <Source of={row.source}>
        <View className="schedule__month">
          {label}月评价{done ? '（报名已结束）' : ''}
        </View>
        {named.length < notice.offerings.length ? (
          <View className="schedule__line">{named.map(rowName(notice)).join('、')}</View>
        ) : null}
      </Source>
      {application ? (
        <View className="schedule__line">
          报名 <SpanLine {...application} today={today} done={done} />
        </View>
      ) : null}
      {done ? null : <LastCounterDay notice={notice} kind="application" span={application} today={today} />}
      {payment ? (
        <View className="schedule__line">
          缴费{notice.reviewBeforePayment.value ? '（审核通过后）' : ''}{' '}
          <SpanLine {...payment} today={today} done={today > payment.closes} />
        </View>
      ) : null}
    </View>
  );
}
