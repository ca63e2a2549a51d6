import { type RoomRecordView, roomRecords } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { countWaiting } from '@jikaotong/shared/rules/sending';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Choices,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  RefusalMessage,
  Tag,
  TextField,
} from '../../ui';
import { BackToList, type InnerProps } from './inner-screen';
import { RoomSteps } from './room-steps';
import { sendWaiting } from './use-door';
import './invigilation.scss';

/** The record of a room: who came, what happened, papers counted by two, and the signature that closes it. */
export function RecordScreen({ dutyId, door, onBack }: InnerProps) {
  const { rooms } = door.list.duty;
  const [room, setRoom] = useState<string | null>(rooms.length === 1 ? (rooms[0]?.roomId ?? null) : null);
  const waiting = countWaiting(door.queue);
  return (
    <Page>
      <BackToList onBack={onBack} />
      <Heading title="考场记录">收卷以后填，要有网络。签字封场后，手机上再记的会交给考务员决定。</Heading>
      {waiting > 0 ? (
        <>
          <NoticeBar tone="warn">{`手机上还有 ${waiting} 条没有上传，传完再封场。`}</NoticeBar>
          <View className="door-go">
            <BigButton id="send-waiting" text="现在上传" tone="plain" onTap={() => void sendWaiting(dutyId)} />
          </View>
        </>
      ) : null}
      {rooms.length > 1 ? (
        <Group title="考场">
          <Choices
            label="考场"
            options={rooms.map((one) => ({ key: one.roomId, text: `${one.siteName} ${one.roomName}` }))}
            value={room}
            onChoose={setRoom}
          />
        </Group>
      ) : null}
      {room ? (
        <RoomRecord key={room} params={{ id: dutyId, roomId: room }} isSent={waiting === 0} nowMs={door.nowMs} />
      ) : null}
    </Page>
  );
}

type Params = { id: string; roomId: string };

type RecordProps = { params: Params; isSent: boolean; nowMs: () => number };

function RoomRecord({ params, isSent, nowMs }: RecordProps) {
  const answer = useAnswer(roomRecords.getRoomRecord, { params }, { everyMs: 15_000 });
  const close = useCommand(roomRecords.closeRoom);
  const sign = async (conflicts: number) => {
    const sure = await confirm({
      title: '签字封场',
      text: `${conflicts > 0 ? `还有 ${conflicts} 条对不上的记录，考务员没有决定。` : ''}以您的账号签署考场记录。封场后不能再改，只能由考务员处理。`,
      yes: '签字封场',
    });
    if (!sure) return;
    const reply = await close.run({ params });
    if (reply.ok) toast('已封场');
  };
  return (
    <Loaded answer={answer}>
      {(record) => (
        <>
          <Figures record={record} />
          <Papers params={params} record={record} />
          <RoomSteps steps={record.steps} />
          <RefusalMessage refusal={close.refusal} />
          {record.closedAt === null ? (
            <>
              {close.refusal === null && nowMs() < record.closesFrom ? (
                <NoticeBar tone="info" title={`${timeAt(record.closesFrom)} 考试结束后才能封场`}>
                  都已交卷要提前封场的，请考务员在“现场进度”里写明依据办理。
                </NoticeBar>
              ) : null}
              <View className="door-go">
                <BigButton
                  id="close-room"
                  text={isSent ? '签字封场' : '等手机上的记录传完再签字'}
                  busy={close.busy}
                  disabled={!isSent}
                  onTap={() => void sign(record.conflicts)}
                />
              </View>
            </>
          ) : (
            <NoticeBar tone="go" title="已封场">{`${record.closedBy ?? ''} ${timeAt(record.closedAt)} 签字`}</NoticeBar>
          )}
        </>
      )}
    </Loaded>
  );
}

function Figures({ record }: { record: RoomRecordView }) {
  const rows = [
    ['提醒', record.warnings],
    ['违规', record.breaches],
    ['冒名', record.impostors],
    ['情况', record.incidents],
  ] as const;
  return (
    <Group title="到场">
      <Cell title="应到" value={`${record.expected} 人`} />
      <Cell title="到场" value={`${record.present} 人`} />
      <Cell title="缺考" value={`${record.absent} 人`} />
      {record.open > 0 ? (
        <Cell
          title="还没有记"
          note="按纸质签到表登记后才能封场"
          value={<Tag text={`${record.open} 人`} tone="warn" />}
        />
      ) : null}
      {record.inferred.present + record.inferred.absent > 0 ? (
        <Cell
          title="没有签到记录"
          note="只有成绩，不算签到"
          value={<Tag text={`${record.inferred.present + record.inferred.absent} 人`} tone="warn" />}
        />
      ) : null}
      {record.conflicts > 0 ? (
        <Cell title="对不上的" note="由考务员决定" value={<Tag text={`${record.conflicts} 条`} tone="warn" />} />
      ) : null}
      {rows.map(([name, count]) => (count > 0 ? <Cell key={name} title={name} value={`${count} 条`} /> : null))}
    </Group>
  );
}

const NUMBER = /^\d{1,4}$/;

function Papers({ params, record }: { params: Params; record: RoomRecordView }) {
  const { papers, closedAt } = record;
  const [again, setAgain] = useState(false);
  const sign = useCommand(roomRecords.countersignPapers);
  if (papers === null || again)
    return closedAt === null ? <CountPapers params={params} onDone={() => setAgain(false)} /> : null;
  return (
    <Group title="试卷清点" foot="两个人各用自己的账号签字。">
      <Cell title="领取" value={`${papers.taken} 份`} />
      <Cell title="收回" value={`${papers.returned} 份`} />
      <Cell title="空白" value={`${papers.blank} 份`} />
      <Cell title="封条号" value={papers.sealNumber} />
      <Cell title="清点人" value={`${papers.countedBy} ${timeAt(papers.countedAt)}`} />
      <Cell
        title="第二人"
        value={
          papers.secondAt === null ? (
            <Tag text="等另一个人签" tone="warn" />
          ) : (
            `${papers.secondBy ?? ''} ${timeAt(papers.secondAt)}`
          )
        }
      />
      <RefusalMessage refusal={sign.refusal} />
      {closedAt === null ? (
        <View className="door-go">
          {papers.mayCountersign ? (
            <BigButton
              id="countersign"
              text="我也清点过，签字"
              tone="plain"
              busy={sign.busy}
              onTap={() => void sign.run({ params })}
            />
          ) : null}
          <BigButton id="count-again" text="重新清点" tone="plain" onTap={() => setAgain(true)} />
        </View>
      ) : null}
    </Group>
  );
}

function CountPapers({ params, onDone }: { params: Params; onDone: () => void }) {
  const count = useCommand(roomRecords.countPapers);
  const [given, setGiven] = useState({ taken: '', returned: '', blank: '', sealNumber: '' });
  const [asked, setAsked] = useState(false);
  const fault = (key: 'taken' | 'returned' | 'blank') =>
    asked && !NUMBER.test(given[key].trim()) ? '请填写份数' : null;
  const save = async () => {
    setAsked(true);
    const numbers = [given.taken, given.returned, given.blank].map((text) => text.trim());
    if (!numbers.every((text) => NUMBER.test(text)) || given.sealNumber.trim() === '') return;
    const [taken = 0, returned = 0, blank = 0] = numbers.map(Number);
    const body = { taken, returned, blank, sealNumber: given.sealNumber.trim() };
    const reply = await count.run({ params, body });
    if (!reply.ok) return;
    toast('已签字，请另一个人也签');
    onDone();
  };
  const field = (key: 'taken' | 'returned' | 'blank', label: string) => (
    <TextField
      id={`papers-${key}`}
      label={label}
      type="number"
      value={given[key]}
      maxlength={4}
      error={fault(key)}
      onChange={(value) => setGiven({ ...given, [key]: value })}
    />
  );
  return (
    <>
      <Group title="试卷清点" foot="没有纸质试卷的（上机考试）不用填。">
        {field('taken', '领取份数')}
        {field('returned', '收回份数')}
        {field('blank', '空白份数')}
        <TextField
          id="papers-seal"
          label="封条号"
          value={given.sealNumber}
          maxlength={40}
          error={asked && given.sealNumber.trim() === '' ? '请填写封条号' : null}
          onChange={(sealNumber) => setGiven({ ...given, sealNumber })}
        />
      </Group>
      <RefusalMessage refusal={count.refusal} />
      <View className="door-go">
        <BigButton id="count-papers" text="清点无误，签字" tone="plain" busy={count.busy} onTap={() => void save()} />
      </View>
    </>
  );
}
