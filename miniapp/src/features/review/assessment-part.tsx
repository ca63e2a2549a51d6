import type { ReviewView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Group, TextButton, JudgedRoute } from '../../ui';
import { changedMark } from './changed-mark';

type Props = {
  review: ReviewView;
  today: LocalDate;
  /** Of a condition: its place in the national standard, `3-4`; null where it has none or the notice is not here yet. */
  nationalCodeOf?: (route: string) => string | null;
};

/** How the rules judged the chosen condition on the day it was handed in, and on demand the others. */
export function AssessmentPart({
  review: { assessment, route, changedFields },
  today,
  nationalCodeOf = () => null,
}: Props) {
  const [all, setAll] = useState(false);
  const chosen = assessment.routes.filter((one) => one.route === route);
  const others = assessment.routes.filter((one) => one.route !== route);
  const shown = chosen.length === 0 || all ? [...chosen, ...others] : chosen;
  return (
    <Group
      title="报名条件（系统按提交时的情况判定）"
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
        <JudgedRoute key={one.route} of={one} today={today}>
          {one.route === route ? <View className="judged__chosen">考生选的这一条</View> : null}
          {nationalCodeOf(one.route) ? (
            <View className="judged__chosen">国家职业标准 {nationalCodeOf(one.route)}</View>
          ) : null}
          {one.route === route ? changedMark(changedFields)('route') : null}
        </JudgedRoute>
      ))}
    </Group>
  );
}
