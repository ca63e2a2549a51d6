import { Input, Text, View } from '@tarojs/components';
import { Group, TextButton, TextField, aria } from '../../ui';
import { type SiteDraft, seatsIn, withRoom } from './places-draft';
import './site-editor.scss';

type Props = { place: number; site: SiteDraft; onChange: (site: SiteDraft) => void; onRemove: () => void };

/** One site: name, address, and its rooms with their seats. */
export function SiteEditor({ place, site, onChange, onRemove }: Props) {
  const setRoom = (at: number, part: { name?: string; seats?: string }) =>
    onChange({ ...site, rooms: site.rooms.map((room, other) => (other === at ? { ...room, ...part } : room)) });
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
        <View className="room-row" key={at}>
          <Input
            id={`site-${place}-room-${at}-name`}
            className="room-row__name"
            value={room.name}
            maxlength={40}
            placeholder="考场名称"
            onInput={(event) => setRoom(at, { name: event.detail.value })}
            {...aria({ label: `第 ${at + 1} 间考场的名称` })}
          />
          <Input
            id={`site-${place}-room-${at}-seats`}
            className="room-row__seats"
            type="number"
            maxlength={4}
            value={room.seats}
            onInput={(event) => setRoom(at, { seats: event.detail.value })}
            {...aria({ label: `${room.name}的座位数` })}
          />
          <Text className="room-row__unit">座</Text>
          <TextButton
            text="删除"
            label={`删除考场 ${room.name}`}
            onTap={() => onChange({ ...site, rooms: site.rooms.filter((_, other) => other !== at) })}
          />
        </View>
      ))}
      <View className="room-row room-row--actions">
        <TextButton id={`site-${place}-add-room`} text="＋ 再加一间考场" onTap={() => onChange(withRoom(site))} />
        <TextButton text="删除这个考点" label={`删除考点 ${site.name}`} onTap={onRemove} />
      </View>
    </Group>
  );
}
