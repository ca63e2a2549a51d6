import { View } from '@tarojs/components';
import { Group, TextButton, TextField } from '../../ui';
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
          <View className="room-row__name">
            <TextField
              id={`site-${place}-room-${at}-name`}
              label="考场"
              maxlength={40}
              value={room.name}
              onChange={(name) => setRoom(at, { name })}
            />
          </View>
          <View className="room-row__seats">
            <TextField
              id={`site-${place}-room-${at}-seats`}
              label="座位数"
              type="number"
              maxlength={4}
              value={room.seats}
              onChange={(seats) => setRoom(at, { seats })}
            />
          </View>
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
