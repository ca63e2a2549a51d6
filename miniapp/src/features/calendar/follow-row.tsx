import { calendars } from '@jikaotong/shared/contract';
import { open, useAnswer, useCommand, useSignIn } from '../../platform';
import { Cell, Group, RefusalMessage, SwitchRow } from '../../ui';
import { useMessageAsk } from '../subscription';

/** 关注: puts a notice's days into one's calendar, and the way there. */
export function FollowRow({ noticeId }: { noticeId: string }) {
  const { phase } = useSignIn();
  const params = { id: noticeId };
  const answer = useAnswer(calendars.getFollowing, { params }, { enabled: phase === 'in' });
  const command = useCommand(calendars.setFollowing);
  const askForMessages = useMessageAsk('follow');
  if (phase !== 'in') {
    return (
      <Group>
        <Cell
          id="follow"
          title="关注这份通知"
          note="登录后，日期会进入您的日历"
          onTap={() => open('/pages/sign-in/index')}
        />
      </Group>
    );
  }
  if (answer.state !== 'ready') return null;
  const { followed, implied } = answer.data;
  const toggle = (wanted: boolean) => {
    if (wanted) void askForMessages();
    void command.run({ params, body: { followed: wanted } });
  };
  return (
    <>
      <Group>
        <SwitchRow
          id="follow"
          text={followed ? '已关注' : '关注这份通知'}
          note={NOTES[implied ?? 'none']}
          checked={followed}
          onChange={(wanted) => (command.busy ? undefined : toggle(wanted))}
        />
        {followed || implied ? <ToCalendar /> : null}
      </Group>
      <RefusalMessage refusal={command.refusal} />
    </>
  );
}

const NOTES = {
  none: '全部日期进入您的日历',
  applied: '您报名的批次已在日历里；关注后显示全部批次',
  entered: '您已报名，日期已在日历里',
} as const;

const ToCalendar = () => (
  <Cell id="go-calendar" title="我的日历" onTap={() => open('/packages/apply/calendar/index')} />
);
