import type { StaffSessionView, WindowView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { windowWarningSentence, windowWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { NoticeBar, SpanLine, type StepState, Timeline, TimelineStep } from '../../ui';
import './windows-view.scss';

type Props = {
  windows: readonly WindowView[];
  warnings: readonly Pick<StaffSessionView['warnings'][number], 'code' | 'data'>[];
  today: LocalDate;
};

/** The windows as computed, each with its clause and words, and what to look at before trusting them. */
export function WindowsView({ windows, warnings, today }: Props) {
  return (
    <View className="windows">
      {warnings.length > 0 ? (
        <NoticeBar tone="warn" title="请先看">
          {warnings.map(({ code, data }) => (
            <View key={code + JSON.stringify(data)}>{windowWarningSentence(code, data)}</View>
          ))}
        </NoticeBar>
      ) : null}
      <Timeline>
        {windows.map(({ kind, opens, closes, source }) => (
          <TimelineStep
            key={kind}
            title={windowWord(kind)}
            state={stateOf(opens, closes, today)}
            when={<SpanLine opens={opens} closes={closes} today={today} />}
            source={source}
          />
        ))}
      </Timeline>
    </View>
  );
}

function stateOf(opens: LocalDate | null, closes: LocalDate | null, today: LocalDate): StepState {
  const last = closes ?? opens;
  if (!last) return 'unknown';
  if (today > last) return 'past';
  return opens && opens <= today ? 'now' : 'coming';
}
