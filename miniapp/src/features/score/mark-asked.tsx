import { type ListRow, scoreReviewList } from '@jikaotong/shared/lists';
import { listCellText, scoreReviewWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import './score.scss';

type Review = ListRow<typeof scoreReviewList>;

/** What is asked of a mark, and what was decided. */
export function MarkAsked({ item }: { item: Review }) {
  const today = useToday();
  const { askedAt, reason, state, decidedAt, answer } = item;
  return (
    <>
      <View>现在的成绩：{listCellText(scoreReviewList, 'points', item.points)}</View>
      <View className="ledger">
        <View className="marks__side">
          {momentWords(askedAt, today)} {scoreReviewWord('asked')}
        </View>
        <View>{reason}</View>
      </View>
      {state === 'open' || decidedAt === null ? null : (
        <View className="ledger">
          <View className="marks__side">
            {momentWords(decidedAt, today)} {scoreReviewWord(`decided-${state}`)}
          </View>
          <View>{answer}</View>
        </View>
      )}
    </>
  );
}
