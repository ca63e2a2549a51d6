import type { AssessmentView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { closedUp, dayWords, doubtSentence, factWord, shortfallSentence, verdictWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Source } from './source';
import { Tag, type Tone } from './tag';
import './judged-route.scss';

type Assessment = ReturnType<typeof AssessmentView.parse>;
type Route = Assessment['routes'][number];

const TONES: Readonly<Record<Route['verdict'], Tone>> = {
  eligible: 'go',
  'needs-review': 'warn',
  undecided: 'quiet',
  ineligible: 'stop',
};

/** What the rules say to staff of one condition, with its words in the notice and every reason; children stand beside the verdict. */
export function JudgedRoute({ of: route, today, children }: PropsWithChildren<{ of: Route; today: LocalDate }>) {
  return (
    <View className="judged">
      <View className="judged__head">
        <Tag text={verdictWord(route.verdict)} tone={TONES[route.verdict]} />
        {children}
      </View>
      <Source of={route.source}>{printedOf(route)}</Source>
      {reasonsOf(route).map(({ text, source }) => (
        <View key={text} className="judged__reason">
          {source ? <Source of={source}>{text}</Source> : text}
        </View>
      ))}
      {route.verdict === 'ineligible' && route.earliestOn ? (
        <View className="judged__reason">最早 {dayWords(route.earliestOn, today)} 起符合</View>
      ) : null}
    </View>
  );
}

const printedOf = ({ source, route }: Route): string =>
  'clause' in source ? closedUp(source.corrected ?? source.quote) : `第 ${route} 条`;

type Reason = { readonly text: string; readonly source: Route['source'] | null };

/** Only staff read it: nothing is said to the one who is judged. */
const STAFF = { to: 'staff' } as const;

/** Each with the clause that it comes from. */
function reasonsOf(route: Route): readonly Reason[] {
  if (route.verdict === 'needs-review')
    return route.doubts.map(({ code, data, source }) => ({ text: doubtSentence(code, { ...data, ...STAFF }), source }));
  if (route.verdict === 'ineligible')
    return route.shortfalls.map(({ code, data, source }) => ({
      text: shortfallSentence(code, { ...data, ...STAFF }),
      source,
    }));
  if (route.verdict === 'undecided')
    return [{ text: `没有填：${route.missing.map(factWord).join('、')}`, source: null }];
  return [];
}
