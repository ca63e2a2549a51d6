import { type ReplyOf, type StageDesk, invigilation, stages } from '@jikaotong/shared/contract';
import { dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { confirm, open, reloadScreens, toast, useAnswer, useCommand } from '../../platform';
import { Cell, Group, RefusalMessage, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { useStaff } from '../staff';

type Known = ReplyOf<typeof stages.getStageAttendance>;
type Room = Known['rooms'][number];

/** From its day on, what the doors of a stage know becomes how entrants stood, and whom they do not know of is named by room. */
export function AttendancePart({ desk }: { desk: StageDesk }) {
  const { id, bodyId, day, frozenAt, revision, hasExamDay } = desk;
  const { may } = useStaff();
  const today = useToday();
  const isDue = hasExamDay && frozenAt !== null && revision === 0 && day !== null && today >= day;
  return isDue && may(stages.getStageAttendance, bodyId) ? (
    <Attendance id={id} mayOpen={may(invigilation.getDoorCounts, bodyId)} />
  ) : null;
}

function Attendance({ id, mayOpen }: { id: string; mayOpen: boolean }) {
  const answer = useAnswer(stages.getStageAttendance, { params: { id } });
  const take = useCommand(stages.takeStageAttendance);
  if (answer.state !== 'ready') return null;
  const { present, absent, rooms } = answer.data;
  const people = new Set(rooms.flatMap((room) => room.people.map(({ number }) => number))).size;
  const go = async () => {
    const sure = await confirm({
      title: '把考场签到计入名单？',
      text: `到场${present}人，缺考${absent}人${absent > 0 ? '；缺考由另一人核对' : ''}。已有成绩的选手不变。`,
      yes: '计入',
    });
    if (!sure || take.busy) return;
    const reply = await take.run({ params: { id } });
    if (!reply.ok) return;
    toast(`记到场${reply.data.present}人，缺考${reply.data.absent}人`);
    await reloadScreens();
  };
  return (
    <>
      <RefusalMessage refusal={take.refusal} />
      <Group title="签到结果">
        {present + absent > 0 ? (
          <Cell
            id="take-attendance"
            title="把考场签到计入名单"
            note={`还没有计入：到场${present}人，缺考${absent}人`}
            onTap={() => void go()}
          />
        ) : (
          <Cell id="attendance-taken" title="考场签到已计入名单" note="现在没有要计入的" />
        )}
      </Group>
      {rooms.length > 0 ? (
        <Group
          title={`${people}人没有签到结果`}
          foot={
            mayOpen
              ? '点考场进去补记，或按纸质签到表登记，再回来计入名单。'
              : '请考务员在“监考安排和现场签到”里补记，再计入名单。'
          }
        >
          {rooms.map((room) => (
            <RoomCell key={room.slot + room.roomId} id={id} room={room} mayOpen={mayOpen} />
          ))}
        </Group>
      ) : null}
    </>
  );
}

const MOST_NAMED = 30;

function RoomCell({ id, room, mayOpen }: { id: string; room: Room; mayOpen: boolean }) {
  const { slot, day, startsAt, roomId, siteName, roomName, people } = room;
  const today = useToday();
  // an objection is answered beside the rooms, not in one
  const at = people.every(({ objects }) => objects) ? {} : { room: roomId };
  const rest = people.length - MOST_NAMED;
  return (
    <Cell
      id={`unnoted-${day}-${startsAt}-${roomName}`}
      title={`${siteName} ${roomName}`}
      note={
        <>
          <View>{`${dayWords(day, today)} ${startsAt}`}</View>
          <View>{`${people.slice(0, MOST_NAMED).map(seatWords).join('、')}${rest > 0 ? `，还有${rest}人` : ''}`}</View>
        </>
      }
      value={<Tag text={`${people.length}人`} tone="warn" />}
      {...(mayOpen && { onTap: () => open('/packages/duty/counts/index', { session: id, slot, ...at }) })}
    />
  );
}

const seatWords = ({ seat, name, objects }: Room['people'][number]): string =>
  `${seat}座 ${name}${objects ? '（有异议）' : ''}`;
