import { DutyView, invigilation } from '@jikaotong/shared/contract';
import { dayAndDistanceWords } from '@jikaotong/shared/words';
import { timeAt } from '@jikaotong/shared/kernel';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { DOOR_NAMES, keepListed, open, readKept, useAnswer, useSignIn } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, NoticeBar, Page, Tag } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { eraseOver, waitingOf } from './kept-door';

const KEY = 'door-names.duties';
const Kept = z.array(DutyView);

/** One's own duties; without a network those that were seen last. */
export function TodayScreen() {
  const { phase } = useSignIn();
  const answer = useAnswer(invigilation.listMyDuties, {}, { enabled: phase === 'in' });
  const fresh = answer.state === 'ready' ? answer.data.items : null;
  useEffect(eraseOver, []);
  useEffect(() => {
    if (fresh) keepListed(DOOR_NAMES, KEY, fresh);
  }, [fresh]);
  const isAway = phase === 'starting' || (answer.state === 'refused' && answer.refusal.code === 'offline');
  const kept = isAway ? readKept(KEY, Kept) : null;
  return (
    <Page>
      <Heading title="我的监考">考前先打开一次，把名单下载到手机上；没有网络也能签到。</Heading>
      {kept ? (
        <>
          <NoticeBar tone="info">网络连接不上，显示上次看到的安排。</NoticeBar>
          <Duties items={kept} />
        </>
      ) : (
        <SignInGate why="登录后查看监考安排。">
          <Loaded answer={answer}>
            {({ items }) => <Duties items={items} now={answer.state === 'ready' ? answer.data.now : null} />}
          </Loaded>
        </SignInGate>
      )}
    </Page>
  );
}

function Duties({ items, now = null }: { items: readonly DutyView[]; now?: number | null }) {
  const today = useToday();
  if (items.length === 0) {
    return <Empty title="没有监考安排">考务员安排以后会显示在这里。收到链接的，请先打开链接。</Empty>;
  }
  return (
    <>
      {items.map((duty) => {
        const waiting = waitingOf(duty.id);
        const isLocked = now !== null && (now < duty.opensAt || now >= duty.closesAt);
        return (
          <Group key={duty.id} title={`${duty.bodyName}　${duty.sessionName}`}>
            <Cell
              id={`duty-${duty.id}`}
              title={`${dayAndDistanceWords(duty.day, today)} ${duty.startsAt}`}
              note={
                <>
                  {duty.rooms.map(({ roomId, siteName, roomName }) => (
                    <View key={roomId}>{`${siteName} ${roomName}`}</View>
                  ))}
                  {isLocked ? <View>{`名单 ${timeAt(duty.opensAt)} 至 ${timeAt(duty.closesAt)} 打开`}</View> : null}
                </>
              }
              value={
                waiting > 0 ? (
                  <Tag text={`${waiting} 条未上传`} tone="warn" />
                ) : isLocked ? (
                  <Tag text="未开放" />
                ) : (
                  <Tag text="可以打开" tone="go" />
                )
              }
              onTap={() => open('/packages/duty/door/index', { duty: duty.id })}
            />
          </Group>
        );
      })}
    </>
  );
}
