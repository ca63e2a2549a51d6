import { type StaffSessionView, notices, results } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { windowOf, windowsOf } from '@jikaotong/shared/rules/calendar';
import { dayWords, offeringWords, windowWarningSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Group, Loaded, RefusalMessage, NoticeBar, Sheet } from '../../ui';
import { useToday } from '../demonstration';
import { useCalendar } from '../session';
import { hasPeople } from './has-people';

type Props = {
  session: Pick<StaffSessionView, 'examEnd'>;
  today: LocalDate;
  /** Every subject of everybody is marked. */
  complete: boolean;
};

/** What the button says, and whether it may be tapped yet. */
export function publishStep({ session, today, complete }: Props): { text: string; disabled: boolean } {
  if (today <= session.examEnd) return { text: '考试结束后可以发布', disabled: true };
  return complete ? { text: '发布成绩', disabled: false } : { text: '成绩登记齐后可以发布', disabled: true };
}

/** Publishes, after showing what everybody will see and until when. */
export function PublishSheet({ session, onClose }: { session: StaffSessionView; onClose: () => void }) {
  const publish = useCommand(results.publishResults);
  const today = useToday();
  const notice = useAnswer(notices.getNotice, { params: { id: session.noticeId } });
  const preview = useAnswer(results.previewResults, { params: { id: session.id } });
  const calendar = useCalendar();
  const offeringCode = session.offerings[0]?.code;
  const computed =
    notice.state === 'ready' && calendar && offeringCode !== undefined
      ? windowsOf({
          notice: notice.data.notice,
          offeringCode,
          session: { ...session.plan, examStart: session.examStart, examEnd: session.examEnd },
          publishedOn: today,
          calendar,
        })
      : null;
  const publicity = computed && windowOf(computed.windows, 'publicity');
  // by the confirmed day, which a subject that was announced later has moved
  const due = windowOf(session.windows, 'results')?.closes ?? null;
  const isLate = due === null || today > due;
  const review = computed && windowOf(computed.windows, 'review');

  const go = async () => {
    const reply = await publish.run({ params: { id: session.id } });
    if (!reply.ok) return;
    toast(`已发布 ${reply.data.candidates} 人的成绩`);
    onClose();
  };
  return (
    <Sheet
      title="发布成绩"
      onClose={onClose}
      action={<BigButton id="publish-results-yes" text="确认发布" busy={publish.busy} onTap={() => void go()} />}
    >
      <RefusalMessage refusal={publish.refusal} />
      {computed?.warnings
        .filter(({ code }) => (code === 'published-late' ? isLate : code === 'published-before-exam-ends'))
        .map(({ code, data }) => (
          <NoticeBar key={code} tone="warn">
            {windowWarningSentence(code, { ...data })}
          </NoticeBar>
        ))}
      <Loaded answer={preview}>
        {({ offerings }) => (
          <Group title="将要发布">
            {offerings.filter(hasPeople).map((one) => (
              <Cell
                key={one.offering.code}
                title={offeringWords(one.offering)}
                note={`合格 ${one.passed} 人，不合格 ${one.failed} 人，缺考 ${one.absent} 人`}
                value={`${one.passed + one.failed + one.absent} 人`}
              />
            ))}
          </Group>
        )}
      </Loaded>
      <Group title="发布后">
        <Cell title="发布日期" value={dayWords(today, today)} />
        {computed === null ? null : publicity ? (
          <Cell
            title="公示"
            note="任何人可以看到：隐去部分的姓名、准考证号、各科成绩和是否合格"
            value={publicity.closes ? `到 ${dayWords(publicity.closes, today)}` : '截止日暂时算不出'}
          />
        ) : (
          <Cell title="不公示" note="通知没有成绩公示，考生只能查自己的成绩" />
        )}
        {review ? (
          <Cell title="申请复核" value={review.closes ? `到 ${dayWords(review.closes, today)}` : '截止日暂时算不出'} />
        ) : null}
        <Cell title="考生本人" note="收到通知，看到自己的全部成绩" />
      </Group>
      <View>发布后不能撤回{review ? '；有错只能通过成绩复核更正，更正会留下记录' : '，请先核对'}。</View>
    </Sheet>
  );
}
