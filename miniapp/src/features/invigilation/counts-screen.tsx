import { type DoorCountsView, invigilation } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { attendanceWayWord, doorConflictWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Choices,
  Columns,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  RefusalMessage,
  Sheet,
  Tag,
  TextField,
} from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import { IncidentsPart } from './incidents-part';
import { RoomSheet } from './room-sheet';
import './invigilation.scss';

type Conflict = DoorCountsView['conflicts'][number];

/** The doors of one hour as they stand: who is in, by room, and what somebody has to decide. */
export function DoorCountsScreen({ sessionId, slot }: { sessionId: string; slot: string }) {
  const answer = useAnswer(
    invigilation.getDoorCounts,
    { params: { id: sessionId }, query: { slot } },
    { everyMs: 10_000 },
  );
  const today = useToday();
  const [deciding, setDeciding] = useState<Conflict | null>(null);
  const [room, setRoom] = useState<string | null>(null);
  return (
    <Page broad>
      <Loaded answer={answer}>
        {(door) => {
          const sum = (of: 'expected' | 'present' | 'absent') =>
            door.rooms.reduce((total, room) => total + room[of], 0);
          const inferred = (as: 'present' | 'absent') =>
            door.rooms.reduce((total, room) => total + room.inferred[as], 0);
          return (
            <>
              <Heading title={momentWords(door.graceEndsAt - door.graceMinutes * 60_000, today)}>
                {`入场截止 ${timeAt(door.graceEndsAt)}（开考后 ${door.graceMinutes} 分钟${door.graceIsAssumed ? '，通知没有写，按推定' : ''}）`}
              </Heading>
              <View className="door-figures">
                <View className="door-figures__one">
                  <View
                    className="door-figures__number"
                    id="counts-in"
                  >{`${sum('present')} / ${sum('expected')}`}</View>
                  <View>已签到</View>
                </View>
                <View className="door-figures__one">
                  <View className="door-figures__number">{sum('absent')}</View>
                  <View>缺考</View>
                </View>
                {(['present', 'absent'] as const).map((as) =>
                  inferred(as) > 0 ? (
                    <View key={as} className="door-figures__one">
                      <View className="door-figures__number" id={`counts-inferred-${as}`}>
                        {inferred(as)}
                      </View>
                      <View>{as === 'present' ? '到考，按成绩推定' : '缺考，按成绩推定'}</View>
                    </View>
                  ) : null,
                )}
              </View>
              <Columns
                first={
                  <>
                    {door.conflicts.length > 0 ? (
                      <Group title={`要您决定的 ${door.conflicts.length} 件`}>
                        {door.conflicts.map((one) => (
                          <Cell
                            key={one.id}
                            id={`conflict-${one.id}`}
                            title={`${[one.roomName, one.seat === null ? null : `${one.seat} 号`, one.name].filter(Boolean).join(' ')}`}
                            note={`${timeAt(one.at)}　${one.by}　${doorConflictWords(one)}`}
                            onTap={() => setDeciding(one)}
                          />
                        ))}
                      </Group>
                    ) : door.rooms.some(isUnwatched) ? null : (
                      <NoticeBar tone="go">没有对不上的记录。</NoticeBar>
                    )}
                    {door.rooms.some(isUnwatched) ? (
                      <NoticeBar tone="warn" title={`${door.rooms.filter(isUnwatched).length} 个考场还没有签到记录`}>
                        {door.rooms.filter(isUnwatched).map((one) => (
                          <View key={one.roomId}>{`${one.siteName} ${one.roomName}：${watchWords(one)}`}</View>
                        ))}
                      </NoticeBar>
                    ) : null}
                    <IncidentsPart incidents={door.incidents} />
                  </>
                }
                second={
                  <Group title="各考场">
                    {door.rooms.map((one) => (
                      <RoomCell key={one.roomId} room={one} onTap={() => setRoom(one.roomId)} />
                    ))}
                  </Group>
                }
              />
            </>
          );
        }}
      </Loaded>
      {answer.state === 'ready' && room !== null ? (
        <RoomSheet
          key={room}
          params={{ id: sessionId, roomId: room }}
          slot={slot}
          absentees={answer.data.rooms.find(({ roomId }) => roomId === room)?.absentees ?? []}
          onClose={() => setRoom(null)}
        />
      ) : null}
      {deciding ? <Decide key={deciding.id} conflict={deciding} onClose={() => setDeciding(null)} /> : null}
    </Page>
  );
}

type Room = DoorCountsView['rooms'][number];

/** Nobody of it is noted, and no phone there was ever heard: nobody knows who came. */
const isUnwatched = ({ present, absent, heardAt, inferred, closedAt }: Room): boolean =>
  present + absent === 0 && heardAt === null && !inferred.settled && closedAt === null;

const watchWords = ({ invigilators, heardAt, waiting }: Room): string => {
  const who = invigilators.length === 0 ? '未安排监考' : `监考 ${invigilators.join('、')}`;
  if (heardAt === null) return invigilators.length === 0 ? who : `${who}，手机还没有联系过`;
  return `${who}，${timeAt(heardAt)} 联系过${waiting > 0 ? `，手机上还有 ${waiting} 条` : ''}`;
};

/** A room: who is in as the door knows, and apart from it what only the marks say. */
function RoomCell({ room, onTap }: { room: Room; onTap: () => void }) {
  const { siteName, roomName, present, absent, inferred, expected, closedAt } = room;
  const isUnnoted = present + absent === 0;
  const guessed = inferred.present + inferred.absent;
  return (
    <Cell
      id={`room-${roomName}`}
      title={`${siteName} ${roomName}`}
      onTap={onTap}
      note={
        <>
          <View>{watchWords(room)}</View>
          {guessed > 0 ? (
            <View>{`按成绩推定：到 ${inferred.present} 人，缺考 ${inferred.absent} 人${inferred.settled ? '，已认定' : '，请核实'}`}</View>
          ) : null}
        </>
      }
      value={
        <>
          {isUnnoted ? (
            <Tag
              text="未有签到记录"
              tone={isUnwatched(room) || (guessed > 0 && !inferred.settled) ? 'warn' : 'quiet'}
            />
          ) : (
            <Tag text={`到 ${present} / ${expected}`} tone={present === expected ? 'go' : 'info'} />
          )}
          {closedAt === null ? null : <Tag text="已封场" tone="quiet" />}
          {absent > 0 ? <Tag text={`缺考 ${absent}`} tone="warn" /> : null}
          {inferred.absent > 0 ? <Tag text={`推定缺考 ${inferred.absent}`} tone="warn" /> : null}
        </>
      }
    />
  );
}

const AS = [
  { key: 'as-it-stands', text: '维持现在的记录' },
  { key: 'present', text: '改为到场' },
  { key: 'absent', text: '改为缺考' },
] as const;
const NOW = { planned: '未到', present: '到场', absent: '缺考', void: '已取消' } as const;

const byWhich = ({ stands, standing }: Conflict): string =>
  stands
    ? `（${attendanceWayWord(stands.way)} ${timeAt(stands.at)}）`
    : standing === 'present' || standing === 'absent'
      ? '（按成绩推定）'
      : '';

function Decide({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) {
  const decide = useCommand(invigilation.decideDoorAct);
  const [as, setAs] = useState<(typeof AS)[number]['key'] | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const go = async () => {
    setAsked(true);
    if (as === null || reason.trim() === '') return;
    const reply = await decide.run({ params: { id: conflict.id }, body: { as, reason: reason.trim() } });
    if (reply.ok) onClose();
  };
  const options = conflict.standing === null ? AS.slice(0, 1) : AS;
  return (
    <Sheet
      title={doorConflictWords(conflict)}
      onClose={onClose}
      action={<BigButton id="decide-conflict" text="确定" busy={decide.busy} onTap={() => void go()} />}
    >
      <RefusalMessage refusal={decide.refusal} />
      <NoticeBar tone="info">
        {`${conflict.name ?? '没有考生'}，现在记的是：${conflict.standing === null ? '——' : NOW[conflict.standing]}${byWhich(conflict)}`}
      </NoticeBar>
      {conflict.words ? (
        <NoticeBar title={conflict.kind === 'objection' ? '考生说' : '记录的话'}>{conflict.words}</NoticeBar>
      ) : null}
      <Choices label="怎样处理" options={options} value={as} onChoose={setAs} />
      {asked && as === null ? <NoticeBar tone="stop">请选择怎样处理</NoticeBar> : null}
      <TextField
        id="decide-reason"
        label="依据"
        value={reason}
        placeholder="如：现场核对了身份证"
        maxlength={200}
        error={asked && reason.trim() === '' ? '请写明依据' : null}
        onChange={setReason}
      />
    </Sheet>
  );
}
