import { type DoorCountsView, attendance, invigilation } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { doorConflictWord } from '@jikaotong/shared/words';
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
import { IncidentsPart } from './incidents-part';
import './invigilation.scss';

type Conflict = DoorCountsView['conflicts'][number];

/** The doors of one hour as they stand: who is in, by room, and what somebody has to decide. */
export function DoorCountsScreen({ sessionId, slot }: { sessionId: string; slot: string }) {
  const answer = useAnswer(
    invigilation.getDoorCounts,
    { params: { id: sessionId }, query: { slot } },
    { everyMs: 10_000 },
  );
  const [deciding, setDeciding] = useState<Conflict | null>(null);
  const [room, setRoom] = useState<string | null>(null);
  return (
    <Page broad>
      <Loaded answer={answer}>
        {(door) => {
          const sum = (of: 'expected' | 'present' | 'absent') =>
            door.rooms.reduce((total, room) => total + room[of], 0);
          return (
            <>
              <Heading title={slot}>
                {`入场截止 ${timeAt(door.graceEndsAt)}（开考后 ${door.graceMinutes} 分钟${door.graceIsAssumed ? '，通知没有写，按推定' : ''}）`}
              </Heading>
              <View className="door-figures">
                <View className="door-figures__one">
                  <View
                    className="door-figures__number"
                    id="counts-in"
                  >{`${sum('present')} / ${sum('expected')}`}</View>
                  <View>已入场</View>
                </View>
                <View className="door-figures__one">
                  <View className="door-figures__number">{sum('absent')}</View>
                  <View>缺考</View>
                </View>
              </View>
              <Columns
                first={
                  <>
                    {' '}
                    {door.conflicts.length > 0 ? (
                      <Group title={`要您决定的 ${door.conflicts.length} 件`}>
                        {door.conflicts.map((one) => (
                          <Cell
                            key={one.id}
                            id={`conflict-${one.id}`}
                            title={`${[one.roomName, one.seat === null ? null : `${one.seat} 号`, one.name].filter(Boolean).join(' ')}`}
                            note={`${timeAt(one.at)}　${one.by}　${doorConflictWord(one.reason)}`}
                            onTap={() => setDeciding(one)}
                          />
                        ))}
                      </Group>
                    ) : (
                      <NoticeBar tone="go">没有对不上的记录。</NoticeBar>
                    )}
                    <IncidentsPart incidents={door.incidents} />
                  </>
                }
                second={
                  <Group title="各考场">
                    {door.rooms.map((room) => (
                      <Cell
                        key={room.roomId}
                        id={`room-${room.roomName}`}
                        title={`${room.siteName} ${room.roomName}`}
                        {...(room.absentees.length > 0 ? { onTap: () => setRoom(room.roomId) } : {})}
                        note={
                          room.heardAt === null
                            ? '手机还没有联系过'
                            : `${timeAt(room.heardAt)} 联系过${room.waiting > 0 ? `，手机上还有 ${room.waiting} 条` : ''}`
                        }
                        value={
                          <>
                            <Tag
                              text={`到 ${room.present} / ${room.expected}`}
                              tone={room.present === room.expected ? 'go' : 'info'}
                            />
                            {room.closedAt === null ? null : <Tag text="已封场" tone="quiet" />}
                            {room.absent > 0 ? <Tag text={`缺考 ${room.absent}`} tone="warn" /> : null}
                          </>
                        }
                      />
                    ))}
                  </Group>
                }
              />
            </>
          );
        }}
      </Loaded>
      {answer.state === 'ready' && room !== null ? (
        <Absentees
          absentees={answer.data.rooms.find(({ roomId }) => roomId === room)?.absentees ?? []}
          onClose={() => setRoom(null)}
        />
      ) : null}
      {deciding ? <Decide key={deciding.id} conflict={deciding} onClose={() => setDeciding(null)} /> : null}
    </Page>
  );
}

type AbsenteesProps = { absentees: DoorCountsView['rooms'][number]['absentees']; onClose: () => void };

/** Who is noted absent in a room; one who came after all is put right here, with a reason. */
function Absentees({ absentees, onClose }: AbsenteesProps) {
  const set = useCommand(attendance.setAttendance);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const go = async () => {
    setAsked(true);
    if (chosen === null || reason.trim() === '') return;
    const reply = await set.run({ params: { id: chosen }, body: { as: 'present', reason: reason.trim() } });
    if (reply.ok) onClose();
  };
  return (
    <Sheet
      title="缺考的考生"
      onClose={onClose}
      action={
        <BigButton
          id="set-present"
          text="改为到场"
          busy={set.busy}
          disabled={chosen === null}
          onTap={() => void go()}
        />
      }
    >
      <RefusalMessage refusal={set.refusal} />
      <Choices
        label="缺考的考生"
        options={absentees.map(({ sittingId, seat, name }) => ({ key: sittingId, text: `${seat} 号 ${name}` }))}
        value={chosen}
        onChoose={setChosen}
      />
      <TextField
        id="set-present-reason"
        label="依据"
        value={reason}
        placeholder="如：考场记录单上有签名"
        maxlength={200}
        error={asked && reason.trim() === '' ? '请写明依据' : null}
        onChange={setReason}
      />
    </Sheet>
  );
}

const AS = [
  { key: 'as-it-stands', text: '维持现在的记录' },
  { key: 'present', text: '改为到场' },
  { key: 'absent', text: '改为缺考' },
] as const;
const NOW = { planned: '未到', present: '到场', absent: '缺考', void: '已取消' } as const;

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
      title={doorConflictWord(conflict.reason)}
      onClose={onClose}
      action={<BigButton id="decide-conflict" text="确定" busy={decide.busy} onTap={() => void go()} />}
    >
      <RefusalMessage refusal={decide.refusal} />
      <NoticeBar tone="info">
        {`${conflict.name ?? '没有考生'}，现在记的是：${conflict.standing === null ? '——' : NOW[conflict.standing]}`}
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
