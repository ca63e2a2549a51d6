import { type StaffSessionView, sessionChanges, sessions } from '@jikaotong/shared/contract';
import { choiceDayFault } from '@jikaotong/shared/rules/calendar';
import { dayWords, examDaysWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { backOr, confirm, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Heading, Loaded, RefusalMessage, NoticeBar, Page } from '../../ui';
import { useToday } from '../demonstration';
import { dayOf } from './move-draft';
import { ReachGroup, toldBy } from './reach-group';
import { ReasonGroup } from './reason-group';

/** Cancels a published session: whom it reaches, why, until when they may choose, and once more in words. */
export function CancelScreen({ id }: { id: string }) {
  const answer = useAnswer(sessions.getStaffSession, { params: { id } });
  return answer.state === 'ready' ? (
    <Cancel session={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Cancel({ session }: { session: StaffSessionView }) {
  const today = useToday();
  const preview = useAnswer(sessionChanges.previewSessionChange, { params: { id: session.id }, query: {} });
  const cancel = useCommand(sessionChanges.cancelSession);
  const [reason, setReason] = useState('');
  const [choiceUntil, setChoiceUntil] = useState<string | null>(null);
  const [shown, setShown] = useState(false);

  const send = async () => {
    setShown(true);
    const until = dayOf(choiceUntil);
    if (preview.state !== 'ready' || reason.trim() === '' || !until || choiceDayFault(until, today, null)) return;
    const { revision, reach } = preview.data;
    const sure = await confirm({
      title: '取消这个批次？',
      text: `${examDaysWords(session, today)}的考试不再举行。${toldBy(reach)}人会收到消息，已缴费的${reach.paid}人可以改批次或退费，到${dayWords(until, today)}没有选择的自动申请全额退费。取消后不能恢复。`,
      yes: '确定取消',
      danger: true,
      no: '返回',
    });
    if (!sure) return;
    const body = { revision, reason: reason.trim(), choiceUntil: until };
    const reply = await cancel.run({ params: { id: session.id }, body });
    if (!reply.ok) return;
    toast('批次已取消，已通知考生');
    backOr('/packages/staff/session/index', { id: session.id });
  };
  return (
    <Page
      action={
        preview.state === 'ready' ? (
          <>
            <RefusalMessage refusal={cancel.refusal} />
            <BigButton
              id="cancel-session"
              text="取消这个批次"
              tone="danger"
              busy={cancel.busy}
              onTap={() => void send()}
            />
          </>
        ) : undefined
      }
    >
      <Heading title="取消批次">
        <View>{session.name}</View>
        <View>考试 {examDaysWords(session, today)}</View>
      </Heading>
      <NoticeBar tone="stop" title="取消后不能恢复">
        报名全部停止，准考证作废，没缴的费用不再收；已缴的费用转到考生选的批次，或由财务全额退回。
      </NoticeBar>
      <Loaded answer={preview} rows={3}>
        {({ reach }) => <ReachGroup reach={reach} cancels />}
      </Loaded>
      <ReasonGroup
        reason={reason}
        onReason={setReason}
        choiceUntil={choiceUntil}
        onChoiceUntil={setChoiceUntil}
        today={today}
        shown={shown}
        examStart={null}
        hint="过了这一天，没有选择的已缴费考生自动申请全额退费。"
      />
    </Page>
  );
}
