import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice, Offering } from '@jikaotong/shared/notice';
import type { RouteAssessment } from '@jikaotong/shared/rules/eligibility';
import { dayWords, verdictWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { Card, OneSource, Source, Tag, Tappable, type Tone } from '../../../ui';
import { Papers, Reasons, RelatedLists, routeWords } from '../../notice';

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

type Props = {
  route: RouteAssessment;
  notice: Notice;
  offering: Offering;
  today: LocalDate;
  chosen?: boolean;
  onChoose?: () => void;
};

/** One printed condition with its verdict, every reason, the papers it wants, and its clause one tap away. */
export function RouteCard({ route, notice, offering, today, chosen = false, onChoose }: Props) {
  const conditions = offering.routes.flatMap(({ code, condition }) => (code === route.route ? [condition] : []));
  return (
    <Card>
      <OneSource>
        {onChoose ? (
          <Tappable
            className="route__choose"
            id={`route-${route.route}`}
            role="radio"
            checked={chosen}
            label={`按第 ${route.route} 条报名`}
            onTap={onChoose}
          >
            <Text className={chosen ? 'route__mark route__mark--on' : 'route__mark'} />
            <Text className="route__name">按第 {route.route} 条报名</Text>
            <Tag text={verdictWord(route.verdict)} tone={TONES[route.verdict]} />
          </Tappable>
        ) : (
          <View className="route__choose">
            <Text className="route__name">第 {route.route} 条</Text>
            <Tag text={verdictWord(route.verdict)} tone={TONES[route.verdict]} />
          </View>
        )}
        <Source of={route.source}>{routeWords(offering, route)}</Source>
        <Reasons of={route} />
        {isOpenTo(route) && route.documents ? (
          <View className="route__reason">
            需要
            <Papers tree={route.documents} />
          </View>
        ) : null}
        {route.verdict === 'ineligible' && route.earliestOn ? (
          <View className="route__reason">这一条最早 {dayWords(route.earliestOn, today)} 起符合</View>
        ) : null}
        <RelatedLists notice={notice} conditions={conditions} id={`basis-${route.route}`} />
      </OneSource>
    </Card>
  );
}
