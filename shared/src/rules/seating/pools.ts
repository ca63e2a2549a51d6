import type { Place, SeatingInput, SeatingRoom, SeatingShift } from './seating-input';

/** Rooms that are alike to every shift, at one time. */
export type Pool = {
  readonly slot: string;
  readonly rooms: readonly SeatingRoom[];
  /** By room: the seats that somebody keeps. */
  readonly held: ReadonlyMap<string, ReadonlyMap<number, string>>;
  openFree: number;
  reservedFree: number;
};

/** The pools of each shift, in the order in which its rooms are filled. */
export function poolsOf({ shifts, rooms, kept }: Pick<SeatingInput, 'shifts' | 'rooms' | 'kept'>): {
  readonly pools: readonly Pool[];
  readonly ofShift: ReadonlyMap<string, readonly Pool[]>;
} {
  const slots = slotsOf(shifts);
  const keptIn = groupedBy(kept, ({ room, shift }) => `${room} ${slots(shift, room)}`);
  const used = usersOf(shifts);
  const alike = groupedBy(rooms, ({ id }) => (used.get(id) ?? []).map((shift) => shift.id).join('\n'));
  const pools: Pool[] = [];
  const ofShift = new Map<string, Pool[]>();
  for (const group of alike.values()) {
    const [first] = group;
    const bySlot = groupedBy(used.get(first?.id ?? '') ?? [], ({ id }) => slots(id, first?.id ?? ''));
    for (const [slot, sharing] of bySlot) {
      const pool = poolOf(slot, group, keptIn);
      pools.push(pool);
      for (const { id } of sharing) ofShift.set(id, [...(ofShift.get(id) ?? []), pool]);
    }
  }
  for (const shift of shifts) {
    const rank = new Map(shift.rooms.map((id, at) => [id, at]));
    const first = (pool: Pool) => Math.min(...pool.rooms.map(({ id }) => rank.get(id) ?? Infinity));
    ofShift.set(
      shift.id,
      (ofShift.get(shift.id) ?? []).toSorted((a, b) => first(a) - first(b)),
    );
  }
  return { pools, ofShift };
}

function poolOf(slot: string, rooms: readonly SeatingRoom[], keptIn: ReadonlyMap<string, readonly Place[]>): Pool {
  const held = new Map(
    rooms.map(({ id }) => [id, new Map((keptIn.get(`${id} ${slot}`) ?? []).map(({ seat, key }) => [seat, key]))]),
  );
  let [openFree, reservedFree] = [0, 0];
  for (const room of rooms) {
    const taken = held.get(room.id);
    const back = room.reserved.filter((seat) => seat <= room.seats);
    const keptBack = back.filter((seat) => taken?.has(seat)).length;
    reservedFree += back.length - keptBack;
    openFree += room.seats - back.length - ((taken?.size ?? 0) - keptBack);
  }
  return { slot, rooms, held, openFree, reservedFree };
}

/**
 * The name of the time at which a shift uses a room: shifts of one room that overlap share it, named by the day and time
 * at which the first of them begins.
 */
export function slotsOf(shifts: readonly SeatingShift[]): (shift: string, room: string) => string {
  const named = new Map<string, ReadonlyMap<string, string>>();
  const ofRoom = new Map<string, ReadonlyMap<string, string>>();
  for (const [room, users] of usersOf(shifts)) {
    const known = users.map(({ id }) => id).join('\n');
    const slots = named.get(known) ?? slotsAmong(users);
    named.set(known, slots);
    ofRoom.set(room, slots);
  }
  return (shift, room) => ofRoom.get(room)?.get(shift) ?? '';
}

function slotsAmong(shifts: readonly SeatingShift[]): ReadonlyMap<string, string> {
  const slots = new Map<string, string>();
  let open = { day: '', until: '', name: '' };
  const inTime = shifts.toSorted((a, b) => compare(startOf(a), startOf(b)));
  for (const shift of inTime) {
    const { day, startsAt, endsAt } = shift;
    if (day !== open.day || startsAt >= open.until) open = { day, until: endsAt, name: startOf(shift) };
    else if (endsAt > open.until) open = { ...open, until: endsAt };
    slots.set(shift.id, open.name);
  }
  return slots;
}

const startOf = ({ day, startsAt }: SeatingShift): string => `${day} ${startsAt}`;
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function usersOf(shifts: readonly SeatingShift[]): ReadonlyMap<string, SeatingShift[]> {
  const users = new Map<string, SeatingShift[]>();
  for (const shift of shifts)
    for (const room of shift.rooms) {
      const known = users.get(room);
      if (known) known.push(shift);
      else users.set(room, [shift]);
    }
  return users;
}

/** Those that share a key, in their order, the keys in that of their first. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
