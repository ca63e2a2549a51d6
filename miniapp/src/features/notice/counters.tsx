import type { Notice } from '@jikaotong/shared/notice';
import { counterState } from '@jikaotong/shared/rules/calendar';
import { counterStateWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { copy } from '../../platform';
import { Cell, Group, Source, Tag } from '../../ui';
import { useNow } from '../demonstration';
import { useCalendar } from './use-calendar';
import './counters.scss';

type Counter = Notice['counters'][number];

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** Where papers are taken, when, and whether now. */
export function Counters({ notice }: { notice: Notice }) {
  if (notice.counters.length === 0) return null;
  return (
    <Group title="业务受理">
      {notice.counters.map((counter) => (
        <OneCounter key={counter.address.value} counter={counter} />
      ))}
    </Group>
  );
}

function OneCounter({ counter }: { counter: Counter }) {
  const calendar = useCalendar();
  const { day, time } = useNow();
  const state = calendar && counterState({ counter, day, time, calendar });
  return (
    <>
      <View className="counter">
        <Source of={counter.source}>{hoursWords(counter)}</Source>
        {'assumed' in counter.closedOnHolidays.source ? (
          <Source of={counter.closedOnHolidays.source}>
            {counter.closedOnHolidays.value ? '法定节假日不受理' : '法定节假日照常受理'}
          </Source>
        ) : null}
        {state ? (
          <View className="counter__now">
            <Tag
              text={state.state === 'open' ? '受理中' : state.state === 'closed' ? '未受理' : '待确认'}
              tone={state.state === 'open' ? 'go' : 'quiet'}
            />
            <View className="counter__words">{counterStateWords(state, day)}</View>
          </View>
        ) : null}
      </View>
      <Cell
        title={counter.address.value}
        note="复制地址，可在地图里查找"
        label={`${counter.address.value}，复制地址`}
        value="复制"
        onTap={() => void copy(counter.address.value)}
      />
    </>
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
