import { timeAt } from '@jikaotong/shared/kernel';
import { graceEndsMs, mergePaper, readSeats, stateAgainstPaper } from '@jikaotong/shared/rules/door';
import { attendanceWayWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, toast } from '../../platform';
import { BigButton, Choices, Group, Heading, NoticeBar, Page, TextField } from '../../ui';
import { note } from './use-door';
import { BackToList, type InnerProps } from './inner-screen';
import './invigilation.scss';

/** The signed paper list of a room, keyed in at once: everybody came but these seats. */
export function PaperScreen({ dutyId, door, onBack }: InnerProps) {
  const [room, setRoom] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const { rooms } = door.list.duty;
  const roomId = room ?? (rooms.length === 1 ? (rooms[0]?.roomId ?? null) : null);
  const seats = readSeats(typed);
  const here = door.list.guests.filter((guest) => guest.roomId === roomId);
  const merged = mergePaper(
    here.map(({ sittingId, seat }) => ({ sittingId, seat, state: stateAgainstPaper(door.inside.get(sittingId)) })),
    seats ?? [],
  );
  const nameOf = (sittingId: string) => {
    const guest = here.find((one) => one.sittingId === sittingId);
    return guest ? `${guest.seat} 号 ${guest.name}` : '';
  };
  const wayOf = (sittingId: string) => {
    const way = door.inside.get(sittingId)?.way;
    return way ? `（${attendanceWayWord(way)}）` : '';
  };
  const isWrong = seats === null || merged.unknownSeats.length > 0;
  const absentFrom = Math.max(0, ...here.map((guest) => graceEndsMs(door.list, guest)));
  const isEarly = here.length > 0 && door.nowMs() <= absentFrom;
  const record = async () => {
    if (roomId === null || seats === null) return;
    setIsRefused(isEarly);
    if (isEarly) return;
    const sure = await confirm({
      title: seats.length > 0 ? `${seats.length} 人没有到，其余都记为到场？` : `${here.length} 人都记为到场？`,
      text: `新记到场 ${merged.present.length} 人，缺考 ${merged.absent.length} 人。`,
      yes: '登记',
    });
    if (!sure) return;
    note(dutyId, { kind: 'paper', roomId, absentSeats: [...seats] });
    toast('已登记');
    onBack();
  };
  return (
    <Page>
      <BackToList onBack={onBack} />
      <Heading title="按纸质签到表登记">照签好名的纸质表填：除了这些座位，其余都到了。已经记过的不会重复记。</Heading>
      {rooms.length > 1 ? (
        <Group title="考场">
          <Choices
            label="考场"
            options={rooms.map((one) => ({ key: one.roomId, text: `${one.siteName} ${one.roomName}` }))}
            value={roomId}
            onChoose={setRoom}
          />
        </Group>
      ) : null}
      <Group title={`本考场 ${here.length} 人`}>
        <TextField
          id="absent-seats"
          label="没有到的座位号"
          value={typed}
          placeholder="如 4、17-30；都到了就不填"
          maxlength={400}
          error={
            seats === null
              ? '请只填座位号，如 4、17-30'
              : merged.unknownSeats.length > 0
                ? `没有这些座位：${merged.unknownSeats.join('、')}`
                : null
          }
          onChange={setTyped}
        />
      </Group>
      {merged.conflicts.length > 0 ? (
        <NoticeBar tone="warn" title="和手机上记的对不上">
          {merged.conflicts.map((id) => `${nameOf(id)}${wayOf(id)}`).join('、')}
          ：手机上已记到场，纸上写没到。先按手机记的，考务员会核实。
        </NoticeBar>
      ) : null}
      {isEarly ? (
        <NoticeBar tone={isRefused ? 'stop' : 'warn'} title={`${timeAt(absentFrom)} 以后才能登记`}>
          现在还可以入场。请等到 {timeAt(absentFrom)} 以后，再把这张表一次登记完。
        </NoticeBar>
      ) : null}
      {roomId !== null && !isWrong && !isEarly ? (
        <NoticeBar tone="info" title={`新记到场 ${merged.present.length} 人，缺考 ${merged.absent.length} 人`}>
          {merged.absent.map(nameOf).join('、')}
        </NoticeBar>
      ) : null}
      <View className="door-go">
        <BigButton
          id="record-paper"
          text={roomId === null ? '请先选考场' : isWrong ? '请先改对座位号' : '登记'}
          disabled={roomId === null || isWrong}
          onTap={() => void record()}
        />
      </View>
    </Page>
  );
}
