import { type StaffSessionView, sessionChanges } from '@jikaotong/shared/contract';
import { dayWords, sessionChangeSentence, sessionChangeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Fragment, useState } from 'react';
import { back, confirm, open, toast, useCommand } from '../../platform';
import { Cell, Group, RefusalMessage, TextButton } from '../../ui';
import { useToday } from '../demonstration';
import { useStaff } from '../staff';
import { ChangeAnswersPart } from './change-answers';
import { WindowsCompared } from './windows-compared';

/** What was done to a published session, by whom and why, the newest first; and the ways to do it. */
export function SessionChangeLog({ session }: { session: StaffSessionView }) {
  const today = useToday();
  const { may } = useStaff();
  const [opened, setOpened] = useState<string | null>(null);
  const mayChange =
    session.published && session.publishedOn === null && may(sessionChanges.moveSession, session.bodyId);
  if (!mayChange && session.changes.length === 0) return null;
  return (
    <Group title="改期和取消">
      {session.changes.map((change) => (
        <Fragment key={change.id}>
          <Cell
            {...(change.windowsAfter
              ? { id: `change-${change.id}`, onTap: () => setOpened(opened === change.id ? null : change.id) }
              : {})}
            title={`${sessionChangeWord(change.kind)} · ${dayWords(change.on, today)}`}
            note={
              <>
                <View>{sessionChangeSentence(change, today)}</View>
                <View>原因：{change.reason}</View>
                <View>
                  {change.byName}办理，通知 {change.told} 人，选择到{dayWords(change.choiceUntil, today)}
                </View>
              </>
            }
          >
            {opened === change.id && change.windowsAfter ? (
              <WindowsCompared before={change.windowsBefore} after={change.windowsAfter} today={today} />
            ) : null}
          </Cell>
          <ChangeAnswersPart session={session} changeId={change.id} />
        </Fragment>
      ))}
      {mayChange ? (
        <>
          <Cell
            id="move-session-page"
            title="改期"
            note="改考试、报名或缴费日期，通知考生"
            onTap={() => open('/packages/planning/session-move/index', { id: session.id })}
          />
          <Cell
            id="cancel-session-page"
            title="取消批次"
            note="停止报名，已缴费用转批次或退回"
            onTap={() => open('/packages/planning/session-cancel/index', { id: session.id })}
          />
        </>
      ) : null}
    </Group>
  );
}

/** Takes away a session that nobody has seen yet. */
export function DeleteSession({ session }: { session: StaffSessionView }) {
  const { may } = useStaff();
  const remove = useCommand(sessionChanges.deleteSession);
  if (session.published || session.state === 'cancelled' || !may(sessionChanges.deleteSession, session.bodyId)) {
    return null;
  }
  const go = async () => {
    const sure = await confirm({
      title: '删除这个批次',
      text: '还没有发布，考生没有看到过。删除后不能恢复。',
      yes: '删除',
      danger: true,
    });
    if (!sure) return;
    const reply = await remove.run({ params: { id: session.id } });
    if (!reply.ok) return;
    toast('已删除');
    back();
  };
  return (
    <>
      <RefusalMessage refusal={remove.refusal} />
      <View className="row-of-texts">
        <TextButton id="delete-session" text="删除这个批次" onTap={() => void go()} />
      </View>
    </>
  );
}
