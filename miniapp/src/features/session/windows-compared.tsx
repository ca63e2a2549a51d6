import type { WindowView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { windowWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { SpanLine, Timeline, TimelineStep } from '../../ui';
import './windows-view.scss';

type Props = { before: readonly WindowView[]; after: readonly WindowView[]; today: LocalDate };

/** Every window as it would be, with the clause it comes from, and as it was where that differs. */
export function WindowsCompared({ before, after, today }: Props) {
  return (
    <View className="windows">
      <Timeline>
        {after.map(({ kind, opens, closes, source }) => {
          const old = before.find((window) => window.kind === kind);
          const changed = old !== undefined && (old.opens !== opens || old.closes !== closes);
          return (
            <TimelineStep
              key={kind}
              title={windowWord(kind)}
              state={changed ? 'now' : 'coming'}
              word={changed ? '有变动' : '不变'}
              when={<SpanLine opens={opens} closes={closes} today={today} />}
              source={source}
            >
              {changed ? (
                <View className="windows__was">
                  原来
                  <SpanLine opens={old.opens} closes={old.closes} today={today} done />
                </View>
              ) : null}
            </TimelineStep>
          );
        })}
      </Timeline>
    </View>
  );
}
