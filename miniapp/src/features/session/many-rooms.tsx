import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton, NoticeBar, TextField } from '../../ui';
import { type RoomDraft, roomFault, roomsBetween } from './room-draft';
import { RoomShape } from './room-row';

type Props = { id: string; onAdd: (rooms: readonly RoomDraft[]) => void };

/** Rooms of one shape in one go: `101-110`, thirty seats each. */
export function ManyRooms({ id, onAdd }: Props) {
  const [range, setRange] = useState('');
  const [like, setLike] = useState<Omit<RoomDraft, 'name'>>({ seats: '30' });
  const [shown, setShown] = useState(false);
  const rooms = roomsBetween(range, like);
  const fault = rooms ? rooms.map(roomFault).find((one) => one !== null) : '考场号写成 101-110 这样，一次最多 60 间';
  const add = () => {
    setShown(true);
    if (rooms && !fault) onAdd(rooms);
  };
  return (
    <View className="many-rooms">
      <TextField id={`${id}-range`} label="考场号，如 101-110" maxlength={40} value={range} onChange={setRange} />
      <TextField
        id={`${id}-range-seats`}
        label="每间座位数"
        type="number"
        maxlength={4}
        value={like.seats}
        onChange={(seats) => setLike({ ...like, seats })}
      />
      <RoomShape id={`${id}-range`} room={like} onChange={(part) => setLike({ ...like, ...part })} />
      {shown && fault ? <NoticeBar tone="stop">{fault}</NoticeBar> : null}
      <View className="many-rooms__go">
        <BigButton
          id={`${id}-add-range`}
          text={rooms ? `加上这 ${rooms.length} 间考场` : '加上这些考场'}
          tone="plain"
          onTap={add}
        />
      </View>
    </View>
  );
}
