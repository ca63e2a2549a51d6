import type { CounterDays } from '@jikaotong/shared/contract';
import { counterStateWords, dayAndDistanceWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { copy } from '../../platform';
import { Cell, Group, Source, Tag, TextButton } from '../../ui';
import { useToday } from '../demonstration';
import './counter.scss';

/** As many days as anybody plans with; the rest at a tap. */
const AT_FIRST = 4;

/** Where the counter is, whether it is open now, and the days it still opens before applications close. */
export function CounterDaysView({ counter, title = '业务窗口' }: { counter: CounterDays; title?: string }) {
  const today = useToday();
  const [all, setAll] = useState(false);
  const { now, days, lastDay, hours } = counter;
  const shown = all ? days : days.slice(0, AT_FIRST);
  const times = hours.map(({ from, to }) => `${from}–${to}`).join('、');
  return (
    <Group
      title={title}
      foot={
        days.length > shown.length ? (
          <TextButton id="all-counter-days" text={`看全部 ${days.length} 天`} onTap={() => setAll(true)} />
        ) : null
      }
    >
      <View className="counter-now">
        <Tag
          text={now.state === 'open' ? '今天开放中' : now.state === 'closed' ? '现在休息' : '待确认'}
          tone={now.state === 'open' ? 'go' : 'quiet'}
        />
        <View className="counter-now__words">{counterStateWords(now, today)}</View>
      </View>
      {shown.map((day) => (
        <Cell
          key={day}
          title={dayAndDistanceWords(day, today)}
          note={times}
          value={day === lastDay ? <Tag text="最后一天" tone="warn" /> : undefined}
        />
      ))}
      {days.length === 0 && lastDay !== null ? <Cell title="报名截止前窗口不再开放" /> : null}
      <Cell
        title={counter.address}
        note="复制地址，可在地图里查找"
        label={`${counter.address}，复制地址`}
        value="复制"
        onTap={() => void copy(counter.address)}
      />
      <View className="counter-source">
        <Source of={counter.source}>受理时间</Source>
      </View>
    </Group>
  );
}
