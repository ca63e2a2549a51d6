import { type StaffSessionView, sessions } from '@jikaotong/shared/contract';
import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';
import { dayWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { open, reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, Cell, DayField, Group, NoticeBar, RefusalMessage } from '../../ui';
import { useToday } from '../demonstration';

type Props = {
  session: StaffSessionView;
  days: readonly LocalDate[];
  /** Of the plan that the screen was filled from. */
  revision: string;
  onAdded: (revision: string) => void;
};

/** The days of the exam: before publication another at one tap; after it only by moving the session, and why. */
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
    if (!reply.ok) {
      if (reply.code === 'changed-meanwhile') void reloadScreens();
      return;
    }
    onAdded(reply.data.revision);
    setAsking(false);
    setText(null);
    toast('已加考试日，各项时间要重新确认');
  };
  const known = days.map((one) => dayWords(one, today)).join('、');
  return (
    <Group title="考试日">
      <Cell title={known} note={days.length > 1 ? '每一场在下面选是哪一天' : null} />
      {isOver ? (
        <>
          <NoticeBar tone="info" title="考试日期已经公布，这里不能再加一天">
            考生是按公布的日期报名、缴费的。要超出公布的日期，只能改期：会通知全部考生，并给出退出、退款的选择。
          </NoticeBar>
          {session.state === 'cancelled' ? null : (
            <Cell
              id="go-move"
              title="去改期"
              onTap={() => open('/packages/planning/session-move/index', { id: session.id })}
            />
          )}
        </>
      ) : asking ? (
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
          <BigButton
            id="save-exam-day"
            text={day === null ? '请先填是哪一天' : '加上这一天'}
            tone="plain"
            busy={change.busy}
            disabled={day === null || days.includes(day)}
            onTap={() => void add()}
          />
        </>
      ) : (
        <Cell
          id="add-exam-day"
          title="＋ 再加一个考试日"
          note="公布以前可以直接加；公布以后只能改期"
          onTap={() => setAsking(true)}
        />
      )}
    </Group>
  );
}
