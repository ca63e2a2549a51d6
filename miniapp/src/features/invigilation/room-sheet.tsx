import { type DoorCountsView, type RoomOfStaffView, attendance, roomRecords } from '@jikaotong/shared/contract';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { readSeats } from '@jikaotong/shared/rules/door';
import { doorConflictWords, fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { confirm, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Choices, Group, Loaded, NoticeBar, RefusalMessage, Sheet, Tag, TextField } from '../../ui';
import { RoomSteps } from './room-steps';
import './invigilation.scss';

type Params = { id: string; roomId: string };
type Absentees = DoorCountsView['rooms'][number]['absentees'];
type Props = { params: Params; slot: string; absentees: Absentees; onClose: () => void };

/** One room of an hour for the officer: who came by which knowledge, its paper, and its record signed or opened again. */
export function RoomSheet({ params, slot, absentees, onClose }: Props) {
  const answer = useAnswer(roomRecords.getRoomOfStaff, { params, query: { slot } });
  const title = answer.state === 'ready' ? `${answer.data.siteName} ${answer.data.roomName}` : '考场';
  return (
    <Sheet title={title} onClose={onClose}>
      <Loaded answer={answer}>
        {(room) => (
          <>
            <Standing room={room} />
            {room.closedAt === null ? <Paper params={params} slot={slot} room={room} /> : null}
            <Steps params={params} slot={slot} room={room} />
            {absentees.length > 0 ? <SetPresent absentees={absentees} /> : null}
            <RoomSteps steps={room.steps} />
          </>
        )}
      </Loaded>
    </Sheet>
  );
}

function Standing({ room }: { room: RoomOfStaffView }) {
  const { expected, present, absent, inferred, open, conflicts, papers, closedAt, closedBy } = room;
  const guessed = inferred.present + inferred.absent;
  return (
    <Group>
      <Cell title="应到" value={`${expected} 人`} />
      <Cell title="已签到" value={`${present} 人`} />
      <Cell title={guessed > 0 ? '现场记缺考' : '缺考'} value={`${absent} 人`} />
      {open > 0 ? <Cell title="未有签到记录" value={<Tag text={`${open} 人`} tone="warn" />} /> : null}
      {guessed > 0 ? (
        <Cell
          title="按成绩推定"
          note={`到 ${inferred.present} 人，缺考 ${inferred.absent} 人；没有签到记录，不算签到`}
          value={<Tag text={`${guessed} 人`} tone="warn" />}
        />
      ) : null}
      {conflicts > 0 ? <Cell title="对不上的" value={<Tag text={`${conflicts} 条`} tone="warn" />} /> : null}
      <Cell
        title="试卷"
        value={papers === null ? '没有清点' : papers.secondAt === null ? '等第二人签' : `${papers.taken} 份，两人已签`}
      />
      <Cell
        title="考场记录"
        value={
          closedAt === null ? '没有封场' : `${closedBy ?? ''} ${fullDayWords(dayAt(closedAt))} ${timeAt(closedAt)} 封场`
        }
      />
    </Group>
  );
}

/** The signed paper list, keyed at the desk. */
function Paper({ params, slot, room }: { params: Params; slot: string; room: RoomOfStaffView }) {
  const key = useCommand(roomRecords.keyPaper);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<readonly string[]>([]);
  const seats = readSeats(typed);
  const go = async () => {
    if (seats === null) return;
    const away = seats.length;
    const sure = await confirm({
      title:
        away > 0 ? `${away} 人记缺考，其余 ${room.expected - away} 人记为到考？` : `${room.expected} 人都记为到考？`,
      text: `${away > 0 ? `缺考的座位：${seats.join('、')}。` : ''}${room.present > 0 ? `已签到 ${room.present} 人，不会重复记。` : ''}请对着签好名的纸质签到表登记。`,
      yes: '登记',
    });
    if (!sure) return;
    const reply = await key.run({ params, body: { slot, absentSeats: [...seats] } });
    if (!reply.ok) return;
    toast(`已登记 ${reply.data.noted} 人`);
    setTyped('');
    setTold(
      reply.data.differing.map(
        ({ seat, name, reason }) =>
          `${seat} 号 ${name ?? ''}：${doorConflictWords({ reason, way: 'paper', stands: null, standing: null })}`,
      ),
    );
  };
  return (
    <Group
      title="按纸质签到表登记"
      foot={`${timeAt(room.absentFrom)} 入场截止，过了这个时间才能登记。已经签到的不会重复记。`}
    >
      <TextField
        id="desk-absent-seats"
        label="没有到的座位号"
        value={typed}
        placeholder="如 4、17-30；都到了就不填"
        maxlength={400}
        error={seats === null ? '请只填座位号，如 4、17-30' : null}
        onChange={setTyped}
      />
      {told.length > 0 ? (
        <NoticeBar tone="warn" title="这些和已有的记录对不上，没有改，列在“要您决定的”里">
          {told.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </NoticeBar>
      ) : null}
      <RefusalMessage refusal={key.refusal} />
      <View className="door-go">
        <BigButton
          id="desk-key-paper"
          text={seats !== null && seats.length > 0 ? `登记：${seats.length} 人没有到，其余都到了` : '登记：都到了'}
          tone="plain"
          busy={key.busy}
          waitsFor={seats === null && '请先改对座位号'}
          onTap={() => void go()}
        />
      </View>
    </Group>
  );
}

type Kind = 'closed' | 'reopened' | 'paper-undone' | 'inferred';

/** What an officer may do to a room with a reason: let the marks stand, close it, open it again. */
function Steps({ params, slot, room }: { params: Params; slot: string; room: RoomOfStaffView }) {
  const guessed = room.inferred.present + room.inferred.absent;
  const isSettled = room.steps.some(({ kind }) => kind === 'inferred');
  if (room.closedAt !== null)
    return (
      <Step
        key="reopened"
        {...{ params, slot }}
        kind="reopened"
        title="重开考场"
        text="重开考场"
        foot="重开后，监考员可以补记、重新清点，再签字封场。已记的到场和缺考不变，考生看到的也不变；封场后手机传来、等您决定的记录仍由您决定。"
      />
    );
  return (
    <>
      {room.keyed ? (
        <Step
          key="paper-undone"
          {...{ params, slot }}
          kind="paper-undone"
          title="登记错了"
          text={`撤回 ${room.keyed.people} 人的登记`}
          foot={`${timeAt(room.keyed.at)} 按纸质签到表登记的 ${room.keyed.people} 人退回“没有记”，可以再登记。手机扫码的不变。`}
        />
      ) : null}
      {guessed > 0 && !isSettled ? (
        <Step
          {...{ params, slot }}
          kind="inferred"
          title="没有签到表，按成绩认定"
          text={`认定：到 ${room.inferred.present} 人，缺考 ${room.inferred.absent} 人`}
          foot="有纸质签到表的，请先按表登记。认定以后，成绩才能发布。"
        />
      ) : null}
      {room.open === 0 ? (
        <Step
          {...{ params, slot }}
          kind="closed"
          title="由考务员封场"
          text="封场"
          foot={`${room.conflicts > 0 ? `还有 ${room.conflicts} 条对不上的没有决定，封场后仍由您决定。` : ''}考试 ${timeAt(room.closesFrom)} 结束。都已交卷要提前封场，或者监考员的手机用不了时，写明依据由您封场。`}
        />
      ) : null}
    </>
  );
}

type StepProps = { params: Params; slot: string; kind: Kind; title: string; text: string; foot: ReactNode };

function Step({ params, slot, kind, title, text, foot }: StepProps) {
  const decide = useCommand(roomRecords.decideRoom);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const go = async () => {
    setAsked(true);
    if (reason.trim() === '') return;
    const reply = await decide.run({ params, body: { slot, kind, reason: reason.trim() } });
    if (!reply.ok) return;
    toast('已记下');
    setReason('');
    setAsked(false);
  };
  return (
    <Group title={title} foot={foot}>
      <TextField
        id={`room-reason-${kind}`}
        label="依据"
        value={reason}
        placeholder="如：考场记录单上有签名"
        maxlength={200}
        error={asked && reason.trim() === '' ? '请写明依据' : null}
        onChange={setReason}
      />
      <RefusalMessage refusal={decide.refusal} />
      <View className="door-go">
        <BigButton id={`room-${kind}`} text={text} tone="plain" busy={decide.busy} onTap={() => void go()} />
      </View>
    </Group>
  );
}

/** One who is noted absent and came after all is put right here, with a reason. */
function SetPresent({ absentees }: { absentees: Absentees }) {
  const set = useCommand(attendance.setAttendance);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const go = async () => {
    setAsked(true);
    if (chosen === null || reason.trim() === '') return;
    const reply = await set.run({ params: { id: chosen }, body: { as: 'present', reason: reason.trim() } });
    if (!reply.ok) return;
    toast('已改为到场');
    setChosen(null);
    setReason('');
    setAsked(false);
  };
  return (
    <Group title="缺考的考生" foot="其实来了的，写明依据改为到场。">
      <Choices
        label="缺考的考生"
        options={absentees.map(({ sittingId, seat, name }) => ({ key: sittingId, text: `${seat} 号 ${name}` }))}
        value={chosen}
        onChoose={setChosen}
      />
      {chosen === null ? null : (
        <>
          <TextField
            id="set-present-reason"
            label="依据"
            value={reason}
            placeholder="如：考场记录单上有签名"
            maxlength={200}
            error={asked && reason.trim() === '' ? '请写明依据' : null}
            onChange={setReason}
          />
          <RefusalMessage refusal={set.refusal} />
          <View className="door-go">
            <BigButton id="set-present" text="改为到场" tone="plain" busy={set.busy} onTap={() => void go()} />
          </View>
        </>
      )}
    </Group>
  );
}
