import { type StaffSessionView, sessions } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { backOr, replace, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Check, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import { Incomplete } from './incomplete';
import { WindowsView } from './windows-view';

type Props = { id: string; fresh: boolean };

/** The windows are read, every assumption they rest on is ticked, and then they stand. */
export function WindowsScreen({ id, fresh }: Props) {
  const answer = useAnswer(sessions.getStaffSession, { params: { id } });
  return answer.state === 'ready' ? (
    <ConfirmWindows session={answer.data} fresh={fresh} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function ConfirmWindows({ session, fresh }: { session: StaffSessionView; fresh: boolean }) {
  const today = useToday();
  const settle = useCommand(sessions.confirmWindows);
  const carried = session.assumptions.flatMap(({ reason, before }) => (before ? [{ reason, before }] : []));
  const groups = byReason(session.assumptions.filter(({ before }) => before === null));
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const open = groups.length - ticked.length;

  const agree = async () => {
    const body = { assumptions: groups.flatMap(({ paths }) => paths) };
    const reply = await settle.run({ params: { id: session.id }, body });
    if (!reply.ok) return;
    toast('各项时间已确认');
    if (fresh) replace('/packages/staff/session/index', { id: session.id });
    else backOr('/packages/staff/session/index', { id: session.id });
  };
  return (
    <Page
      action={
        session.published ? undefined : (
          <>
            <RefusalMessage refusal={settle.refusal} />
            <Incomplete refusal={settle.refusal} session={session} />
            <BigButton
              id="confirm-windows"
              text={open > 0 ? `还有 ${open} 条没有确认` : '确认以上时间和推定'}
              busy={settle.busy}
              disabled={open > 0}
              onTap={() => void agree()}
            />
          </>
        )
      }
    >
      <Heading title="确认各项时间">
        日期按通知的规定和国务院放假安排算出。点“依据”看条款原文，有不对的先回上一步改日期。
      </Heading>
      {session.windowsConfirmed ? <NoticeBar tone="go">这些时间已经确认过，改动日期后要重新确认。</NoticeBar> : null}
      <Group title="算出的时间">
        <WindowsView windows={session.windows} warnings={session.warnings} today={today} />
      </Group>
      <Group
        title={`通知没有写明、按下列理由推定的（${groups.length} 条，请逐条看过后打勾）`}
        foot="推定的内容以后有正式答复，请改通知的数据，不要只改这一个批次。"
      >
        {groups.map(({ reason, paths }, place) => (
          <Check
            key={reason}
            id={`assumption-${place}`}
            text={reason}
            {...(paths.length > 1 ? { note: `用在 ${paths.length} 处` } : {})}
            checked={ticked.includes(reason)}
            onChange={(yes) => setTicked(yes ? [...ticked, reason] : ticked.filter((other) => other !== reason))}
          />
        ))}
        {groups.length === 0 ? (
          <View className="windows">{carried.length > 0 ? '没有要新确认的' : '没有推定的内容'}</View>
        ) : null}
      </Group>
      {carried.length > 0 ? (
        <Group title="以前的批次确认过、没有变的，不用再确认">
          {[...new Map(carried.map((one) => [one.reason, one.before]))].map(([reason, { sessionName, at }]) => (
            <Cell key={reason} title={reason} note={`${sessionName}，${momentWords(at, today)}确认`} />
          ))}
        </Group>
      ) : null}
    </Page>
  );
}

/** One reason may carry several leaves; it is read and ticked once. */
function byReason(assumptions: StaffSessionView['assumptions']): readonly { reason: string; paths: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { path, reason } of assumptions) groups.set(reason, [...(groups.get(reason) ?? []), path]);
  return [...groups].map(([reason, paths]) => ({ reason, paths }));
}
