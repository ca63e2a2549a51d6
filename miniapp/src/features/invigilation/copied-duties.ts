import type { DutiesToCopy, DutyPlanView } from '@jikaotong/shared/contract';

type Rooms = DutyPlanView['hours'][number]['rooms'];

/** No room has this id. */
export const NO_ROOM = '-';

export const roomName = ({ siteName, roomName: name }: { siteName: string; roomName: string }): string =>
  `${siteName} ${name}`;

/** Rooms of the hour before that this one has not, by name, each once, where somebody active watched. */
export const roomsToAsk = (from: DutiesToCopy, rooms: Rooms): string[] => {
  const known = new Set(rooms.map(roomName));
  const watched = from.duties
    .filter(({ standing }) => standing === 'active')
    .flatMap((duty) => duty.rooms.map(roomName));
  return [...new Set(watched.filter((name) => !known.has(name)))].toSorted();
};

/** Who comes to which rooms of this hour; `answers`: by the name of a room before, the id of one now, or `NO_ROOM`. */
export function copiedDuties(
  from: DutiesToCopy,
  rooms: Rooms,
  answers: Readonly<Record<string, string>>,
): { accountId: string; name: string; roomIds: string[] }[] {
  const ids = new Map(rooms.map((room) => [roomName(room), room.roomId]));
  return from.duties.flatMap(({ accountId, name, rooms: before }) => {
    if (accountId === null) return [];
    const roomIds = before
      .map((room) => ids.get(roomName(room)) ?? answers[roomName(room)] ?? NO_ROOM)
      .filter((id) => id !== NO_ROOM);
    return roomIds.length > 0 ? [{ accountId, name, roomIds: [...new Set(roomIds)] }] : [];
  });
}
