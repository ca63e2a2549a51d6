import type { ReviewView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, doubtSentence, factWord, shortfallSentence, verdictWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Group, Source, Tag, TextButton, type Tone } from '../../ui';
import { changedMark } from './changed-mark';

type Route = ReviewView['assessment']['routes'][number];
type Props = { review: ReviewView; today: LocalDate };

const TONES: Readonly<Record<Route['verdict'], Tone>> = {
  eligible: 'go',
  'needs-review': 'warn',
  undecided: 'quiet',
  ineligible: 'stop',
};

/** How the rules judged the chosen condition on the day it was handed in, and on demand the others. */
export function AssessmentPart({ review: { assessment, route, changedFields }, today }: Props) {
  const [all, setAll] = useState(false);
  const chosen = assessment.routes.filter((one) => one.route === route);
  const others = assessment.routes.filter((one) => one.route !== route);
  const shown = chosen.length === 0 || all ? [...chosen, ...others] : chosen;
  return (
    <Group
      title="申报条件（系统按提交时的情况判定）"
      foot={
        others.length > 0 && chosen.length > 0 ? (
          <TextButton
            id="other-routes"
            text={all ? '收起其他条件' : `看其他 ${others.length} 条的判定`}
            onTap={() => setAll(!all)}
          />
        ) : null
      }
    >
      {shown.map((one) => (
        <View key={one.route} className="judged">
          <View className="judged__head">
            <Tag text={verdictWord(one.verdict)} tone={TONES[one.verdict]} />
            {one.route === route ? <View className="judged__chosen">考生选的这一条</View> : null}
            {one.route === route ? changedMark(changedFields)('route') : null}
          </View>
          <Source of={one.source}>{printedOf(one)}</Source>
          {reasonsOf(one).map((reason) => (
            <View key={reason} className="judged__reason">
              {reason}
            </View>
          ))}
          {one.verdict === 'ineligible' && one.earliestOn ? (
            <View className="judged__reason">最早 {dayWords(one.earliestOn, today)} 起符合</View>
          ) : null}
        </View>
      ))}
    </Group>
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
