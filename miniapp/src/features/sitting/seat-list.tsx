import { type ReplyOf, sittings } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, subjectWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Group, PickField, aria } from '../../ui';

type Seat = ReplyOf<typeof sittings.listSeats>['items'][number];
const ALL = 'all';

/** Who sits where: a list for each room and hour, in the order of the seats. */
export function SeatList({ seats, today }: { seats: readonly Seat[]; today: LocalDate }) {
  const [room, setRoom] = useState(ALL);
  const lists = listsOf(seats, today);
  const shown = room === ALL ? lists : lists.filter(({ key }) => key === room);
  return (
    <>
      {lists.length > 1 ? (
        <Group>
          <PickField
            id="filter-room"
            label="考场和场次"
            options={[{ key: ALL, text: '全部' }, ...lists.map(({ key, title }) => ({ key, text: title }))]}
            value={room}
            onChange={setRoom}
          />
        </Group>
      ) : null}
      {shown.map(({ key, title, seats: rows }) => (
        <Group key={key} title={`${title}（${rows.length} 人）`}>
          {rows.map((seat) => (
            <View
              key={seat.applicationId + seat.subject}
              className="seat"
              {...aria({ label: `${seat.seat} 号 ${seat.name}` })}
            >
              <Text className="seat__number">{seat.seat}</Text>
              <View className="seat__who">
                <View>{seat.name}</View>
                <View className="seat__side">{seat.documentNumberMasked}</View>
              </View>
              <View className="seat__side seat__ticket">{seat.ticketNumber ?? '未发准考证'}</View>
            </View>
          ))}
        </Group>
      ))}
    </>
  );
}

type List = { readonly key: string; readonly title: string; readonly seats: Seat[] };

/** The seats by hour and room, each list by seat number. */
function listsOf(seats: readonly Seat[], today: LocalDate): readonly List[] {
  const lists = new Map<string, List>();
  for (const seat of seats) {
    const { day, startsAt, siteName, roomName, subject } = seat;
    const key = [day, startsAt, siteName, roomName, subject].join(' ');
    const title = `${dayWords(day, today)} ${startsAt} ${subjectWord(subject)}　${siteName} ${roomName}`;
    const list = lists.get(key) ?? { key, title, seats: [] };
    list.seats.push(seat);
    lists.set(key, list);
  }
  const sorted = [...lists.values()];
  sorted.sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const list of sorted) list.seats.sort((a, b) => a.seat - b.seat);
  return sorted;
}
