import type { Clause } from '@jikaotong/shared/kernel';
import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria';
import { Source } from './source';
import './timeline.scss';

/** Where a step stands: `past` is a span of days that is over, `done` a deed; `unknown` has no day yet; after `ended` comes nothing. */
export type StepState = 'past' | 'done' | 'now' | 'coming' | 'unknown' | 'ended';

const STATE_WORDS: Record<StepState, string> = {
  past: '已过',
  done: '已完成',
  now: '进行中',
  coming: '',
  unknown: '待定',
  ended: '到此结束',
};

type StepProps = PropsWithChildren<{
  title: string;
  state: StepState;
  when?: ReactNode;
  source?: Clause;
  /** Said in the place of the state's own word, where that would promise too much. */
  word?: string | undefined;
}>;

/** The days of something in order, one step below the other. */
export function Timeline({ children }: PropsWithChildren) {
  return (
    <View className="timeline" {...aria({ role: 'list' })}>
      {children}
    </View>
  );
}

/** One step: its name, its days, where they come from, and what hangs on it. */
export function TimelineStep({ title, state, when, source, word = STATE_WORDS[state], children }: StepProps) {
  const words = (
    <>
      <View className="step__head">
        <Text className="step__title">{title}</Text>
        {word ? <Text className="step__state">{word}</Text> : null}
      </View>
      {when ? <View className="step__when">{when}</View> : null}
    </>
  );
  return (
    <View className={`step step--${state}`} {...aria({ role: 'listitem' })}>
      <View className="step__line">
        <View className="step__dot">
          {state === 'past' || state === 'done' ? <Text>✓</Text> : null}
          {state === 'ended' ? <Text>×</Text> : null}
        </View>
      </View>
      <View className="step__main">
        {source ? <Source of={source}>{words}</Source> : words}
        {children}
      </View>
    </View>
  );
}
