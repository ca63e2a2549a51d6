import { timeAt } from '@jikaotong/shared/kernel';
import { type DoorGuest, type DoorVerdict } from '@jikaotong/shared/rules/door';
import { countWaiting } from '@jikaotong/shared/rules/sending';
import { examDayWords, refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { CAN_SCAN, scan } from '../../platform';
import { BigButton, Cell, Group, NoticeBar, Page, SearchField, TextButton } from '../../ui';
import { GuestScreen } from './guest-screen';
import { IncidentScreen } from './incident-screen';
import { eraseList } from './kept-door';
import { PaperScreen } from './paper-screen';
import { Readiness } from './readiness';
import { RecordScreen } from './record-screen';
import { StandingTag } from './standing-tag';
import { type AtDoor, isInHours, judgeText, note, useDoor, useSending, useWaiting } from './use-door';
import { VerdictCard } from './verdict-card';
import './invigilation.scss';

/** The door of a duty: scan, say what it means, and who is still to come. */
export function DoorScreen({ dutyId }: { dutyId: string }) {
  const door = useDoor(dutyId);
  const [at, setInner] = useState<Inner | null>(null);
  const isOver = door !== null && !isInHours(door.list, door.nowMs());
  const left = door ? countWaiting(door.queue) : 0;
  const [ended, setEnded] = useState(false);
  const closesAt = door?.list.duty.closesAt;
  const offsetMs = door?.offsetMs ?? 0;
  useEffect(() => {
    if (closesAt === undefined) return undefined;
    // an open page stops asking at the end of its hours, whoever looks at it or not
    const timer = setTimeout(() => setEnded(true), Math.max(0, closesAt - (Date.now() + offsetMs)) + 500);
    return () => clearTimeout(timer);
  }, [closesAt, offsetMs]);
  useEffect(() => {
    // the hours are over and everything is sent: nobody's name stays on this phone
    if (door && isOver && left === 0 && door.nowMs() >= door.list.duty.closesAt) eraseList(dutyId);
  }, [door, isOver, left, dutyId]);
  if (door === null && ended)
    return (
      <Page>
        <NoticeBar tone="info" title="这一场监考已经结束">
          名单已从这部手机删除，不用再做什么。
        </NoticeBar>
      </Page>
    );
  if (door === null) {
    return (
      <Page>
        <Readiness dutyId={dutyId} door={null} />
        <Unsent dutyId={dutyId} />
      </Page>
    );
  }
  if (isOver) return <LockedDoor dutyId={dutyId} door={door} />;
  const inner = { dutyId, door, onBack: () => setInner(null) };
  if (at?.screen === 'guest') return <GuestScreen key={at.sittingId} {...inner} sittingId={at.sittingId} />;
  if (at?.screen === 'paper') return <PaperScreen {...inner} />;
  if (at?.screen === 'record') return <RecordScreen {...inner} />;
  if (at?.screen === 'incident') return <IncidentScreen {...inner} />;
  return <OpenDoor dutyId={dutyId} door={door} onOpen={setInner} />;
}

type Inner =
  { readonly screen: 'guest'; readonly sittingId: string } | { readonly screen: 'paper' | 'incident' | 'record' };

type Props = { dutyId: string; door: AtDoor };

/** What is not sent yet, and what stands in the way; also of a duty that is over or somebody else's. */
function Unsent({ dutyId }: { dutyId: string }) {
  const { refusal } = useSending(dutyId);
  const waiting = useWaiting(dutyId);
  return waiting > 0 ? (
    <NoticeBar tone="warn" title={`还有 ${waiting} 条没有上传`}>
      {refusal ? refusalSentence(refusal.code, refusal.data) : '正在上传'}
    </NoticeBar>
  ) : null;
}

function LockedDoor({ dutyId, door: { list } }: Props) {
  return (
    <Page>
      <NoticeBar tone="warn" title="名单已锁定">
        只在 {timeAt(list.duty.opensAt)} 至 {timeAt(list.duty.closesAt)} 打开。
      </NoticeBar>
      <Unsent dutyId={dutyId} />
    </Page>
  );
}

function OpenDoor({ dutyId, door, onOpen }: Props & { onOpen: (inner: Inner) => void }) {
  const [verdict, setVerdict] = useState<DoorVerdict | null>(null);
  const [ready, setReady] = useState(false);
  const sending = useSending(dutyId);
  const { guests, day } = door.list;
  const words = examDayWords(door.list.duty.ofStage);
  const counted = (state: 'present' | 'absent') =>
    [...door.inside.values()].filter((one) => one.state === state).length;
  const read = async () => {
    const text = await scan();
    if (text !== null) setVerdict(judgeText(door, text));
  };
  const letIn = (guest: DoorGuest, way: 'scan' | 'name') => {
    note(dutyId, { kind: 'check-in', sittingId: guest.sittingId, way });
    setVerdict(null);
  };
  const waiting = countWaiting(door.queue);
  return (
    <Page
      action={CAN_SCAN ? <BigButton id="door-scan" text={`扫${words.ticket}`} onTap={() => void read()} /> : undefined}
    >
      {verdict ? (
        <VerdictCard
          verdict={verdict}
          door={door}
          today={day}
          onEnter={(guest) => letIn(guest, 'scan')}
          onOpen={({ sittingId }) => onOpen({ screen: 'guest', sittingId })}
          onClose={() => setVerdict(null)}
        />
      ) : null}
      <View className="door-figures">
        <View className="door-figures__one">
          <View className="door-figures__number" id="door-in">{`${counted('present')} / ${guests.length}`}</View>
          <View>已入场</View>
        </View>
        <View className="door-figures__one">
          <View className="door-figures__number" id="door-waiting">
            {waiting}
          </View>
          <View>未上传</View>
        </View>
      </View>
      {waiting > 0 && sending.refusal ? (
        <NoticeBar tone="warn" title={`${waiting} 条记录保存在手机上`}>
          {sending.refusal.code === 'offline'
            ? '没有网络，连上后自动上传，照常签到就好。'
            : refusalSentence(sending.refusal.code, sending.refusal.data)}
        </NoticeBar>
      ) : null}
      {door.queue.conflicts > 0 ? (
        <NoticeBar tone="warn">{`有 ${door.queue.conflicts} 条和别处的记录对不上，考务员会处理。`}</NoticeBar>
      ) : null}
      <Guests door={door} onOpen={(sittingId) => onOpen({ screen: 'guest', sittingId })} />
      <Group title="本场要办的">
        <Cell
          id="go-paper"
          title="按纸质签到表登记"
          note="手机用不了时，除缺考座位外一次记完"
          onTap={() => onOpen({ screen: 'paper' })}
        />
        <Cell
          id="go-incident"
          title="记录情况或冒名"
          note="停电、身体不适、替考等"
          onTap={() => onOpen({ screen: 'incident' })}
        />
        <Cell
          id="go-record"
          title="考场记录与封场"
          note="清点试卷、两人签字、封场"
          onTap={() => onOpen({ screen: 'record' })}
        />
      </Group>
      <View className="door-centre">
        <TextButton id="door-ready" text={ready ? '收起考前检查' : '考前检查'} onTap={() => setReady(!ready)} />
      </View>
      {ready ? <Readiness dutyId={dutyId} door={door} /> : null}
    </Page>
  );
}

/** Found by name, or by the last digits of the ticket or the document. */
const isMeant = (typed: string, guest: AtDoor['list']['guests'][number]): boolean =>
  typed === '' ||
  guest.name.includes(typed) ||
  String(guest.seat) === typed ||
  (guest.ticketNumber ?? '').endsWith(typed) ||
  (typed.length > 1 && guest.documentTail.endsWith(typed.toUpperCase()));

function Guests({ door, onOpen }: { door: AtDoor; onOpen: (sittingId: string) => void }) {
  const [typed, setTyped] = useState('');
  const { rooms } = door.list.duty;
  const found = door.list.guests.filter((guest) => isMeant(typed.trim(), guest));
  return (
    <>
      <SearchField id="door-search" label="姓名、座位或号码后几位" value={typed} maxlength={30} onChange={setTyped} />
      {rooms.map(({ roomId, roomName }) => {
        const here = found.filter((guest) => guest.roomId === roomId);
        if (here.length === 0) return null;
        return (
          <Group key={roomId} title={`${roomName}（${here.length} 人）`}>
            {here.map((guest) => (
              <Cell
                key={guest.sittingId}
                id={`guest-${guest.seat}`}
                title={`${guest.seat} 号　${guest.name}`}
                note={guest.ticketNumber ?? `没有${examDayWords(door.list.duty.ofStage).ticket}`}
                value={<StandingTag standing={door.inside.get(guest.sittingId)} />}
                onTap={() => onOpen(guest.sittingId)}
              />
            ))}
          </Group>
        );
      })}
      {found.length === 0 ? <NoticeBar>没有找到。请核对姓名，或者让考务员查别的考场。</NoticeBar> : null}
    </>
  );
}
