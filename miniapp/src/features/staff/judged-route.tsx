import type { AssessmentView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, doubtSentence, factWord, shortfallSentence, verdictWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Source, Tag, type Tone } from '../../ui';
import './judged-route.scss';

type Assessment = ReturnType<typeof AssessmentView.parse>;
type Route = Assessment['routes'][number];

const TONES: Readonly<Record<Route['verdict'], Tone>> = {
  eligible: 'go',
  'needs-review': 'warn',
  undecided: 'quiet',
  ineligible: 'stop',
};

/** What the rules say of one condition, with its words in the notice and every reason; children stand beside the verdict. */
export function JudgedRoute({ of: route, today, children }: PropsWithChildren<{ of: Route; today: LocalDate }>) {
  return (
    <View className="judged">
      <View className="judged__head">
        <Tag text={verdictWord(route.verdict)} tone={TONES[route.verdict]} />
        {children}
      </View>
      <Source of={route.source}>{printedOf(route)}</Source>
      {reasonsOf(route).map((reason) => (
        <View key={reason} className="judged__reason">
          {reason}
        </View>
      ))}
      {route.verdict === 'ineligible' && route.earliestOn ? (
        <View className="judged__reason">最早 {dayWords(route.earliestOn, today)} 起符合</View>
      ) : null}
    </View>
  );
}

const printedOf = ({ source, route }: Route): string =>
  'clause' in source ? (source.corrected ?? source.quote) : `第 ${route} 条`;

function reasonsOf(route: Route): readonly string[] {
  if (route.verdict === 'needs-review') return route.doubts.map(({ code, data }) => doubtSentence(code, data));
  if (route.verdict === 'ineligible') return route.shortfalls.map(({ code, data }) => shortfallSentence(code, data));
  if (route.verdict === 'undecided') return [`没有填：${route.missing.map(factWord).join('、')}`];
  return [];
}
