import { type ApplicationView, notices } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { closingWords, fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../../platform';
import { BigButton, Card, NoticeBar } from '../../../ui';
import { HelpLine, closedWords, openSession } from '../../notice';

type Given = Pick<ApplicationView, 'noticeId' | 'offering' | 'progress' | 'windows'>;

/** What became of an application that has ended: why, whom to call, and when one may apply again. */
export function EndedCard({ application, today }: { application: Given; today: LocalDate }) {
  const { noticeId, offering, progress, windows } = application;
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const payBy = progress.stage === 'lapsed' ? spanOf(windows, 'payment').closes : null;
  const why = payBy ? (
    <NoticeBar tone="stop" title="为什么失效">
      缴费到{fullDayWords(payBy)}
      截止，到那天没有收到您的缴费。如果您那时已经付款，请打下面的电话：查明以后，这份报名可以恢复。
    </NoticeBar>
  ) : progress.stage === 'review-over' ? (
    <NoticeBar tone="stop" title="审核没有完成">
      您提交以后，工作人员没有在截止日以前审核完，这份报名不能再往下办，也没有产生费用。请打下面的电话问清楚。
    </NoticeBar>
  ) : null;
  if (answer.state !== 'ready') return why;
  const { notice, sessions } = answer.data;
  const next = openSession({ sessions }, offering.code);
  const closes = next && spanOf(next.windows, 'application').closes;
  return (
    <>
      {why}
      <HelpLine contacts={notice.contacts} />
      {progress.stage === 'certificate-void' ? null : (
        <Card>
          <View className="application__name">下一次报名</View>
          <View className="application__side">
            {next
              ? `${next.name}正在报名${closes ? `，${closingWords(closes, today)}` : ''}`
              : closedWords({ notice, sessions, today }, offering.code)}
          </View>
          {next ? (
            <BigButton
              id="apply-again"
              text="报名这一批"
              tone="plain"
              onTap={() => open('/packages/notice/self-check/index', { notice: noticeId, offering: offering.code })}
            />
          ) : null}
        </Card>
      )}
    </>
  );
}
