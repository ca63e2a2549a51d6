import { type ApplicationSummary, notices } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { dayAndDistanceWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer } from '../../../platform';

type Props = {
  of: Pick<ApplicationSummary, 'noticeId' | 'state'>;
  until: LocalDate;
  today: LocalDate;
  /** The slip for the counter has been made. */
  slipOut: boolean;
};

/** The last day for the next step; of a draft that is taken in at a counter, the last day that counter opens. */
export function UntilLine({ of: { noticeId, state }, until, today, slipOut }: Props) {
  const isDraft = state === 'draft';
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } }, { enabled: isDraft });
  const atCounter = isDraft && answer.state === 'ready' && individualsApply(answer.data.notice) === 'counter';
  return (
    <View className="application__until">
      {atCounter ? '窗口受理到' : '截止'} {dayAndDistanceWords(until, today)}
      {atCounter ? <View>{slipOut ? '带报名单和原件到窗口确认' : '填好后生成报名单，带原件到窗口确认'}</View> : null}
    </View>
  );
}
