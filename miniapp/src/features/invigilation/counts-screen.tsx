import { type DoorCountsView, attendance, invigilation } from '@jikaotong/shared/contract';
import { type LocalDate, timeAt } from '@jikaotong/shared/kernel';
import { doorConflictWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { Cell, Columns, Group, Heading, Loaded, NoticeBar, Page, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';
import { DecideConflict, DecideDiffering } from './decide-sheets';
import { type Differing, DifferingPart } from './differing-part';
import { IncidentsPart } from './incidents-part';
import { RoomSheet } from './room-sheet';
import './invigilation.scss';

type Conflict = DoorCountsView['conflicts'][number];

/** The doors of one hour as they stand: who is in, by room, and what somebody has to decide; `first`: the room that is looked at. */
export function DoorCountsScreen({
  sessionId,
  slot,
  first,
}: {
  sessionId: string;
  slot: string;
  first: string | null;
}) {
  const answer = useAnswer(
    invigilation.getDoorCounts,
    { params: { id: sessionId }, query: { slot } },
    { everyMs: 10_000 },
  );
  const today = useToday();
  const [deciding, setDeciding] = useState<Conflict | null>(null);
  const [settling, setSettling] = useState<Differing | null>(null);
  const [room, setRoom] = useState(first);
  const differing = useAnswer(attendance.listDiffering, { params: { id: sessionId } });
  const agrees = differing.state === 'ready' && !differing.data.items.some(isOfHour(slot));
  const beside = (id: string) =>
    differing.state === 'ready' ? differing.data.items.find(({ said }) => said?.id === id) : undefined;
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
                  <View>{inferred('present') + inferred('absent') > 0 ? '现场记缺考' : '缺考'}</View>
                </View>
                {(['present', 'absent'] as const).map((as) =>
                  inferred(as) > 0 ? (
                    <View key={as} className="door-figures__one">
                      <View className="door-figures__number" id={`counts-inferred-${as}`}>
                        {inferred(as)}
                      </View>
                      <View>{as === 'present' ? '按成绩推定到考' : '按成绩推定缺考'}</View>
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
                    ) : door.rooms.some(isUnwatched) || !agrees ? null : (
                      <NoticeBar tone="go">没有对不上的记录。</NoticeBar>
                    )}
                    {door.rooms.some(isUnwatched) ? (
                      <NoticeBar tone="warn" title={`${door.rooms.filter(isUnwatched).length} 个考场还没有签到记录`}>
                        {door.rooms.filter(isUnwatched).map((one) => (
                          <View key={one.roomId}>{`${one.siteName} ${one.roomName}：${watchWords(one, today)}`}</View>
                        ))}
                      </NoticeBar>
                    ) : null}
                    <DifferingPart
                      sessionId={sessionId}
                      among={isOfHour(slot)}
                      onTap={(one) => () => setSettling(one)}
                    />
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
      {deciding ? (
        <DecideConflict
          key={deciding.id}
          conflict={deciding}
          beside={beside(deciding.id)}
          onClose={() => setDeciding(null)}
        />
      ) : null}
      {settling ? <DecideDiffering key={settling.sittingId} of={settling} onClose={() => setSettling(null)} /> : null}
    </Page>
  );
}

/** The door stands against a mark in this hour; what waits for a decision stands above. */
const isOfHour = (slot: string) => (one: Differing) => one.slot === slot && one.said === null;

type Room = DoorCountsView['rooms'][number];

/** Nobody of it is noted, and no phone there was ever heard: nobody knows who came. */
const isUnwatched = ({ present, absent, heardAt, inferred, closedAt }: Room): boolean =>
  present + absent === 0 && heardAt === null && !inferred.settled && closedAt === null;

const watchWords = ({ invigilators, heardAt, waiting }: Room, today: LocalDate): string => {
  const who = invigilators.length === 0 ? '未安排监考' : `监考 ${invigilators.join('、')}`;
  if (heardAt === null) return invigilators.length === 0 ? who : `${who}，手机还没有联系过`;
  return `${who}，${momentWords(heardAt, today)} 联系过${waiting > 0 ? `，手机上还有 ${waiting} 条` : ''}`;
};

/** A room: who is in as the door knows, and apart from it what only the marks say. */
function RoomCell({ room, onTap }: { room: Room; onTap: () => void }) {
  const { siteName, roomName, present, absent, inferred, expected, closedAt } = room;
  const today = useToday();
  const isUnnoted = present + absent === 0;
  const guessed = inferred.present + inferred.absent;
  return (
    <Cell
      id={`room-${roomName}`}
      title={`${siteName} ${roomName}`}
      onTap={onTap}
      note={
        <>
          <View>{watchWords(room, today)}</View>
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
