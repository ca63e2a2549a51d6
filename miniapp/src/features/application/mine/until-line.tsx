import { type ApplicationSummary, notices } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { dayAndDistanceWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useAnswer } from '../../../platform';
import { LastCounterDay } from '../../notice';

type Props = {
  of: Pick<ApplicationSummary, 'noticeId' | 'sessionId' | 'state'>;
  until: LocalDate;
  today: LocalDate;
};

/** The last day for the next step; a draft that is taken in at a counter also names the last day that counter opens. */
export function UntilLine({ of: { noticeId, sessionId, state }, until, today }: Props) {
  const isDraft = state === 'draft';
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } }, { enabled: isDraft });
  const found = isDraft && answer.state === 'ready' ? answer.data : null;
  const atCounter = found !== null && individualsApply(found.notice) === 'counter';
  const session = found?.sessions.find(({ id }) => id === sessionId);
  return (
    <View className="application__until">
      {atCounter ? '申报期到' : '截止'} {dayAndDistanceWords(until, today)}
      {found && atCounter && session ? (
        <>
          <LastCounterDay
            notice={found.notice}
            kind="application"
            span={spanOf(session.windows, 'application')}
            today={today}
          />
          <View>填好后生成报名单，带原件到窗口确认</View>
        </>
      ) : null}
    </View>
  );
}
