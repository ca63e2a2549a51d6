import { ROOM_KINDS, type RoomKind } from '@jikaotong/shared/rules/planning';
import { roomKindWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { PickField, TextButton, TextField } from '../../ui';
import type { RoomDraft } from './room-draft';

export const KIND_OPTIONS = ROOM_KINDS.map((key) => ({ key, text: roomKindWord(key) }));

type Props = { id: string; room: RoomDraft; onChange: (room: RoomDraft) => void; onRemove: () => void };

/** One room: name and seats, and on a tap how its seats stand. */
export function RoomRow({ id, room, onChange, onRemove }: Props) {
  const [open, setOpen] = useState(false);
  const set = (part: Partial<RoomDraft>) => onChange({ ...room, ...part });
  const shape = [
    room.kind && room.kind !== 'desks' ? roomKindWord(room.kind) : '',
    room.perRow ? `每排 ${room.perRow} 座` : '',
    room.accessible ? `无障碍 ${room.accessible} 号` : '',
  ].filter((part) => part !== '');
  return (
    <>
      <View className="room-row">
        <View className="room-row__name">
          <TextField
            id={`${id}-name`}
            label="考场"
            maxlength={40}
            value={room.name}
            hint={shape.join(' · ') || undefined}
            onChange={(name) => set({ name })}
          />
        </View>
        <View className="room-row__seats">
          <TextField
            id={`${id}-seats`}
            label="座位数"
            type="number"
            maxlength={4}
            value={room.seats}
            onChange={(seats) => set({ seats })}
          />
        </View>
        <TextButton
          id={`${id}-shape`}
          text={open ? '收起' : '排法'}
          label={`考场 ${room.name} 的座位排法`}
          onTap={() => setOpen(!open)}
        />
        <TextButton text="删除" label={`删除考场 ${room.name}`} onTap={onRemove} />
      </View>
      {open ? <RoomShape id={id} room={room} onChange={set} /> : null}
    </>
  );
}

type ShapeProps = { id: string; room: Omit<RoomDraft, 'name'>; onChange: (part: Partial<RoomDraft>) => void };

/** How the seats of a room stand: in rows, at what, and which are kept back. */
export function RoomShape({ id, room, onChange }: ShapeProps) {
  return (
    <View className="room-shape">
      <TextField
        id={`${id}-per-row`}
        label="每排几座（排座时隔开同单位的人；空着算一排）"
        type="number"
        maxlength={4}
        value={room.perRow ?? ''}
        onChange={(perRow) => onChange({ perRow })}
      />
      <PickField<RoomKind>
        id={`${id}-kind`}
        label="座位类型"
        options={KIND_OPTIONS}
        value={room.kind ?? 'desks'}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        id={`${id}-accessible`}
        label="无障碍座位号（留给需要的考生，如 1、2）"
        maxlength={120}
        value={room.accessible ?? ''}
        onChange={(accessible) => onChange({ accessible })}
      />
    </View>
  );
}
