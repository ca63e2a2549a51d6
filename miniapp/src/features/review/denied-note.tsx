import type { ReviewView } from '@jikaotong/shared/contract';
import { deniedDoubts } from '@jikaotong/shared/rules/eligibility';
import { doubtSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { NoticeBar } from '../../ui';

/** What the candidate answered "no" to although the notice demands it; whoever approves it must say why. */
export function DeniedNote({ review }: { review: Pick<ReviewView, 'route' | 'assessment'> }) {
  const denied = deniedDoubts(review);
  if (denied.length === 0) return null;
  return (
    <NoticeBar tone="warn" title="填了“否”，通过时要写明理由">
      {denied.map(({ code, data }) => (
        <View key={String(data['statement'])}>{doubtSentence(code, { ...data, to: 'staff' })}</View>
      ))}
    </NoticeBar>
  );
}
