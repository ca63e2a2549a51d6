import { type ReplyOf, sittings } from '@jikaotong/shared/contract';
import { dayWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Loaded, Phrases, PickField, ProseField, RefusalMessage, Sheet } from '../../ui';
import { useToday } from '../demonstration';

type Props = { sessionId: string; sittingId: string; onClose: () => void };
type Free = ReplyOf<typeof sittings.listFreeSeats>;

const REASONS = ['考生行动不便', '设备故障', '同单位相邻', '考场调整'] as const;

/** Gives somebody another seat for one subject, with the reason. */
export function MoveSeatSheet({ sessionId, sittingId, onClose }: Props) {
  const answer = useAnswer(sittings.listFreeSeats, { params: { id: sessionId, sittingId } });
  const move = useCommand(sittings.moveSeat);
  const [room, setRoom] = useState<string | null>(null);
  const [seat, setSeat] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const chosen = answer.state === 'ready' ? answer.data.rooms.find((one) => keyOf(one) === room) : undefined;
  const send = async () => {
    if (!chosen || seat === null) return;
    const { day, startsAt, roomId } = chosen;
    const body = { sittingId, day, startsAt, roomId, seat: Number(seat), reason: reason.trim() };
    const reply = await move.run({ params: { id: sessionId }, body });
    if (!reply.ok) return;
    toast('座位已换');
    onClose();
  };
  return (
    <Sheet
      title="换座位"
      onClose={onClose}
      action={
        <>
          <RefusalMessage refusal={move.refusal} />
          <BigButton
            id="send-seat-move"
            text="换到这个座位"
            busy={move.busy}
            waitsFor={!chosen ? '请先选考场' : seat === null ? '请先选座位号' : reason.trim() === '' && '请先写原因'}
            onTap={() => void send()}
          />
        </>
      }
    >
      <Loaded answer={answer} rows={4}>
        {(free) => (
          <>
            <Now free={free} />
            <RoomPick
              free={free}
              room={room}
              onRoom={(key) => {
                setRoom(key);
                setSeat(null);
              }}
            />
            {chosen ? (
              <PickField
                id="move-seat"
                label="座位号"
                options={chosen.free.map((number) => ({ key: String(number), text: `${number} 号` }))}
                value={seat}
                onChange={setSeat}
              />
            ) : null}
            <ProseField
              id="move-reason"
              label="原因（留在操作记录里，考生看不到）"
              maxlength={200}
              value={reason}
              onChange={setReason}
            />
            <Phrases id="move-phrase" phrases={REASONS} onChoose={setReason} />
          </>
        )}
      </Loaded>
    </Sheet>
  );
}

const keyOf = ({ day, startsAt, roomId }: Free['rooms'][number]): string => `${day} ${startsAt} ${roomId}`;

function Now({ free: { name, subject, at } }: { free: Free }) {
  const today = useToday();
  return (
    <View className="seating__now">
      {`${name}　${subjectWord(subject)}　现在：${dayWords(at.day, today)} ${at.startsAt}　${at.siteName} ${at.roomName} ${at.seat} 号`}
    </View>
  );
}

function RoomPick({ free, room, onRoom }: { free: Free; room: string | null; onRoom: (key: string) => void }) {
  const today = useToday();
  const options = free.rooms.map((one) => ({
    key: keyOf(one),
    text: `${dayWords(one.day, today)} ${one.startsAt}　${one.siteName} ${one.roomName}（空 ${one.free.length}）`,
  }));
  return <PickField id="move-room" label="换到哪场、哪间考场" options={options} value={room} onChange={onRoom} />;
}
