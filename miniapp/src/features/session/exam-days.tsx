import { type StaffSessionView, sessionChanges, sessions } from '@jikaotong/shared/contract';
import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';
import { dayWords, examDaysWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, toast, useCommand } from '../../platform';
import { BigButton, Cell, DayField, Group, NoticeBar, ProseField, RefusalMessage } from '../../ui';
import { useToday } from '../demonstration';
import './papers-editor.scss';

type Props = {
  session: StaffSessionView;
  days: readonly LocalDate[];
  /** Of the plan that the screen was filled from. */
  revision: string;
  onAdded: (revision: string) => void;
};

/** So many days are named one by one; more are told by the first and the last. */
const MOST_NAMED = 3;

/** The days of the exam: before publication another at one tap; after it a later one with a reason, and else by moving the session. */
export function ExamDaysPart({ session, days, revision, onAdded }: Props) {
  const today = useToday();
  const change = useCommand(sessions.updateSession);
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const isOver = session.published || session.state === 'cancelled';
  const parsed = parseLocalDate(text ?? '');
  const day = parsed.ok ? parsed.value : null;
  const add = async () => {
    if (!day) return;
    const body = day < session.examStart ? { examStart: day, revision } : { examEnd: day, revision };
    const reply = await change.run({ params: { id: session.id }, body });
    if (!reply.ok) return;
    onAdded(reply.data.revision);
    setAsking(false);
    setText(null);
    toast('已加考试日，各项时间要重新确认');
  };
  const known =
    days.length > MOST_NAMED ? examDaysWords(session, today) : days.map((one) => dayWords(one, today)).join('、');
  return (
    <Group title="考试日">
      <Cell title={known} note={days.length > 1 ? '每一场在下面选是哪一天' : null} />
      {session.published && session.state !== 'cancelled' ? (
        <FurtherDay session={session} days={days} revision={revision} onAdded={onAdded} />
      ) : isOver ? null : asking ? (
        <>
          <DayField
            id="new-exam-day"
            label="哪一天"
            value={day}
            startAt={day ?? session.examEnd}
            error={day && days.includes(day) ? '这一天已经在考试日里' : null}
            onChange={setText}
          />
          <RefusalMessage refusal={change.refusal} />
          <View className="papers__usual">
            <BigButton
              id="save-exam-day"
              text="加上这一天"
              tone="plain"
              busy={change.busy}
              waitsFor={day === null ? '请先填是哪一天' : days.includes(day) && '请换一天'}
              onTap={() => void add()}
            />
          </View>
        </>
      ) : (
        <Cell
          id="add-exam-day"
          title="＋ 再加一个考试日"
          note="公布以前可以直接加；公布以后只能往后加"
          onTap={() => setAsking(true)}
        />
      )}
    </Group>
  );
}

/** After publication: a later day for whoever has no seat yet; whoever has one keeps it. */
function FurtherDay({ session, days, revision, onAdded }: Props) {
  const today = useToday();
  const change = useCommand(sessionChanges.addExamDay);
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const parsed = parseLocalDate(text ?? '');
  const day = parsed.ok ? parsed.value : null;
  const isLater = day !== null && day > session.examEnd;
  const add = async () => {
    if (!day) return;
    const reply = await change.run({ params: { id: session.id }, body: { revision, day, reason: reason.trim() } });
    if (!reply.ok) return;
    onAdded(reply.data.revision);
    setAsking(false);
    setText(null);
    setReason('');
    toast('已加考试日，请在下面加场次');
  };
  return (
    <>
      {asking ? (
        <>
          <NoticeBar tone="info" title="只给还没有座位的人">
            已有座位、准考证的人时间和地点都不变。会通知全部报了名的考生：多了这一天，成绩公布的日子顺延。
          </NoticeBar>
          <DayField
            id="further-day"
            label="哪一天"
            value={day}
            startAt={day ?? session.examEnd}
            error={
              day === null || isLater
                ? null
                : days.includes(day)
                  ? '这一天已经在考试日里'
                  : `要在 ${dayWords(session.examEnd, today)} 以后`
            }
            onChange={setText}
          />
          <ProseField
            id="further-day-reason"
            label="原因（考生看得到）"
            value={reason}
            maxlength={200}
            placeholder="如：报名人数超过座位"
            onChange={setReason}
          />
          <RefusalMessage refusal={change.refusal} />
          <View className="papers__usual">
            <BigButton
              id="save-further-day"
              text="加上这一天，通知考生"
              tone="plain"
              busy={change.busy}
              waitsFor={!isLater ? '请先填更晚的一天' : reason.trim() === '' && '请先写原因'}
              onTap={() => void add()}
            />
          </View>
        </>
      ) : (
        <Cell
          id="add-further-day"
          title="＋ 往后再加一个考试日"
          note="给还没有座位的人，已有座位的不变"
          onTap={() => setAsking(true)}
        />
      )}
      <Cell
        id="go-move"
        title="改期"
        note="提前，或者改动已有的考试日：会通知全部考生，并给出退出、退款的选择"
        onTap={() => open('/packages/planning/session-move/index', { id: session.id })}
      />
    </>
  );
}
