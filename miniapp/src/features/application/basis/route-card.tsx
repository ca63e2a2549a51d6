import type { LocalDate } from '@jikaotong/shared/kernel';
import type { RouteAssessment } from '@jikaotong/shared/rules/eligibility';
import { dayWords, doubtSentence, factWord, shortfallSentence, verdictWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { Card, Source, Tag, Tappable, type Tone } from '../../../ui';
import { papersWords } from '../../notice';

const TONES: Record<RouteAssessment['verdict'], Tone> = {
  eligible: 'go',
  'needs-review': 'info',
  undecided: 'quiet',
  ineligible: 'quiet',
};

type Open = Extract<RouteAssessment, { verdict: 'eligible' | 'needs-review' }>;

/** Whether one may apply by this condition: it holds, or staff judge it. */
export const isOpenTo = (route: RouteAssessment): route is Open =>
  route.verdict === 'eligible' || route.verdict === 'needs-review';

type Props = { route: RouteAssessment; today: LocalDate; chosen?: boolean; onChoose?: () => void };

/** One printed condition with its verdict, every reason, the papers it wants, and its clause one tap away. */
export function RouteCard({ route, today, chosen = false, onChoose }: Props) {
  const { source } = route;
  const printed = 'clause' in source ? (source.corrected ?? source.quote) : null;
  return (
    <Card>
      {onChoose ? (
        <Tappable
          className="route__choose"
          id={`route-${route.route}`}
          role="radio"
          checked={chosen}
          label={`按第 ${route.route} 条申报`}
          onTap={onChoose}
        >
          <Text className={chosen ? 'route__mark route__mark--on' : 'route__mark'} />
          <Text className="route__name">按第 {route.route} 条申报</Text>
          <Tag text={verdictWord(route.verdict)} tone={TONES[route.verdict]} />
        </Tappable>
      ) : (
        <View className="route__choose">
          <Text className="route__name">第 {route.route} 条</Text>
          <Tag text={verdictWord(route.verdict)} tone={TONES[route.verdict]} />
        </View>
      )}
      <Source of={source}>{printed}</Source>
      {reasonsOf(route).map((reason) => (
        <View key={reason} className="route__reason">
          {reason}
        </View>
      ))}
      {isOpenTo(route) && route.documents ? (
        <View className="route__reason">需要：{papersWords(route.documents)}</View>
      ) : null}
      {route.verdict === 'ineligible' && route.earliestOn ? (
        <View className="route__reason">这一条最早 {dayWords(route.earliestOn, today)} 起符合</View>
      ) : null}
    </Card>
  );
}

function reasonsOf(route: RouteAssessment): readonly string[] {
  switch (route.verdict) {
    case 'eligible':
      return [];
    case 'needs-review':
      return route.doubts.map(({ code, data }) => doubtSentence(code, data));
    case 'undecided':
      return [`还需要知道：${route.missing.map(factWord).join('、')}`];
    case 'ineligible':
      return route.shortfalls.map(({ code, data }) => shortfallSentence(code, data));
  }
}
