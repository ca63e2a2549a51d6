import { View } from '@tarojs/components';
import { useState } from 'react';
import { scrollTo } from '../../platform';
import { Group, TextButton, TextField } from '../../ui';
import { ManyRooms } from './many-rooms';
import { withRooms } from './room-draft';
import { type SiteDraft, seatsIn, withRoom } from './places-draft';
import { RoomRow } from './room-row';
import './site-editor.scss';

type Props = { place: number; site: SiteDraft; onChange: (site: SiteDraft) => void; onRemove: () => void };

/** One site: name, address, and its rooms with their seats. */
export function SiteEditor({ place, site, onChange, onRemove }: Props) {
  const [many, setMany] = useState(false);
  return (
    <Group title={`考点 ${place + 1}`} foot={`${site.rooms.length} 间考场，共 ${seatsIn(site)} 个座位`}>
      <TextField
        id={`site-${place}-name`}
        label="考点名称"
        maxlength={60}
        value={site.name}
        onChange={(name) => onChange({ ...site, name })}
      />
      <TextField
        id={`site-${place}-address`}
        label="地址（印在准考证上）"
        maxlength={120}
        value={site.address}
        onChange={(address) => onChange({ ...site, address })}
      />
      {site.rooms.map((room, at) => (
        <RoomRow
          key={at}
          id={`site-${place}-room-${at}`}
          room={room}
          onChange={(next) => onChange({ ...site, rooms: site.rooms.map((other, of) => (of === at ? next : other)) })}
          onRemove={() => onChange({ ...site, rooms: site.rooms.filter((_, of) => of !== at) })}
        />
      ))}
      <View className="room-row room-row--actions">
        <TextButton id={`site-${place}-add-room`} text="＋ 再加一间考场" onTap={() => onChange(withRoom(site))} />
        <TextButton
          id={`site-${place}-many-rooms`}
          text="＋ 批量加考场"
          onTap={() => {
            setMany(!many);
            if (!many) scrollTo('.many-rooms');
          }}
        />
        <TextButton text="删除这个考点" label={`删除考点 ${site.name}`} onTap={onRemove} />
      </View>
      {many ? (
        <ManyRooms
          id={`site-${place}`}
          onAdd={(rooms) => {
            onChange({ ...site, rooms: withRooms(site.rooms, rooms) });
            setMany(false);
          }}
        />
      ) : null}
    </Group>
  );
}
