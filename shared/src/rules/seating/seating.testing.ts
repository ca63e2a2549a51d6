import type { Place, SeatingCandidate, SeatingInput, SeatingRoom, SeatingShift } from './index';

/**
 * A session of so many candidates in two subjects of three shifts each, in rooms of thirty, and one unit with its share
 * of them; so many places are lacking in the second shift of skill.
 */
export function sessionOf(
  count: number,
  { short = 0, big = 0.38 }: { short?: number; big?: number } = {},
): SeatingInput {
  const offerings = ['installer-4', 'installer-3', 'guard-4', 'guard-3'];
  const perShift = Math.ceil(count / 3);
  const rooms: SeatingRoom[] = [];
  for (let left = perShift; left > 0; left -= 30)
    rooms.push({
      id: `r${String(rooms.length + 1).padStart(3, '0')}`,
      seats: Math.min(30, left),
      perRow: 6,
      reserved: [],
    });
  const candidates = Array.from({ length: count }, (_, at): SeatingCandidate => ({
    key: `c${String(at).padStart(5, '0')}`,
    offering: offerings[at % 4] ?? '',
    subjects: ['theory', 'skill'],
    group: at < count * big ? 1 : at % 3 === 0 ? 2 + (at % 97) : null,
    reserved: false,
  }));
  const halls: readonly (readonly [string, string, string])[] = [
    ['2026-12-12', '09:00', '10:30'],
    ['2026-12-12', '13:00', '14:30'],
    ['2026-12-13', '09:00', '10:30'],
  ];
  const whole = rooms.map(({ id }) => id);
  const shiftsOf = (subject: string, later: number, lacking: number): SeatingShift[] =>
    halls.flatMap(([day, from, to], at) =>
      offerings.map((offering) => ({
        id: `${offering}.${subject}.${at + 1}`,
        offering,
        subject,
        day: later === 0 ? day : day.replace('-12-1', '-12-2'),
        startsAt: from,
        endsAt: to,
        rooms: at === 1 && lacking > 0 ? [...whole.slice(0, -2), 'half'] : whole,
      })),
    );
  const lacking = short > 0 ? short + 3 * perShift - count : 0;
  const half = rooms.slice(-2).reduce((sum, { seats }) => sum + seats, 0) - lacking;
  return {
    seed: 'a seed of a test',
    candidates,
    shifts: [...shiftsOf('theory', 0, 0), ...shiftsOf('skill', 1, lacking)],
    rooms: short > 0 ? [...rooms, { id: 'half', seats: half, perRow: 6, reserved: [] }] : rooms,
    kept: [],
    byDay: true,
  };
}

/** `subject.offering.number`, on one day. */
export const shift = (id: string, from: string, to: string, rooms = ['r']): SeatingShift => {
  const [subject = '', offering = 'a'] = id.split('.');
  return { id, offering, subject, day: '2026-12-12', startsAt: from, endsAt: to, rooms };
};
export const room = (id: string, seats: number, reserved: readonly number[] = []): SeatingRoom => ({
  id,
  seats,
  perRow: 4,
  reserved,
});
export const people = (count: number, change: Partial<SeatingCandidate> = {}, from = 0): SeatingCandidate[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `k${from + at}`,
    offering: 'a',
    subjects: ['theory', 'skill'],
    group: null,
    reserved: false,
    ...change,
  }));

/** What is wrong with a plan, found without any of the planner's code: nothing, if it holds. */
export function faultsOf({ candidates, shifts, rooms }: SeatingInput, places: readonly Place[]): string[] {
  const faults: string[] = [];
  const taken = new Map<string, { from: string; to: string }[]>();
  const busy = new Map<string, { subject: string; from: string; to: string }[]>();
  for (const { key, shift: shiftId, room: roomId, seat } of places) {
    const who = candidates.find((one) => one.key === key);
    const shift = shifts.find(({ id }) => id === shiftId);
    const room = rooms.find(({ id }) => id === roomId);
    if (!who || !shift || !room) {
      faults.push(`nobody knows ${key} ${shiftId} ${roomId}`);
      continue;
    }
    const span = { from: `${shift.day} ${shift.startsAt}`, to: `${shift.day} ${shift.endsAt}` };
    const at = `${roomId} ${seat}`;
    if (seat < 1 || seat > room.seats) faults.push(`no seat ${at}`);
    if (!shift.rooms.includes(roomId)) faults.push(`${shiftId} is not in ${roomId}`);
    if (who.offering !== shift.offering || !who.subjects.includes(shift.subject)) faults.push(`${key} sits ${shiftId}`);
    if (who.reserved && !room.reserved.includes(seat)) faults.push(`${key} may not sit at ${at}`);
    if ((taken.get(at) ?? []).some(({ from, to }) => from < span.to && span.from < to)) faults.push(`twice: ${at}`);
    taken.set(at, [...(taken.get(at) ?? []), span]);
    const own = busy.get(key) ?? [];
    if (own.some(({ from, to }) => from < span.to && span.from < to)) faults.push(`${key} is in two places`);
    if (own.some(({ subject }) => subject === shift.subject)) faults.push(`${key} sits ${shift.subject} twice`);
    busy.set(key, [...own, { ...span, subject: shift.subject }]);
  }
  for (const { key, subjects } of candidates)
    if ((busy.get(key) ?? []).length !== subjects.length) faults.push(`${key} lacks a seat`);
  return faults;
}

/** Neighbours of one group, over all rooms and hours. */
export function adjacenciesIn({ candidates, shifts, rooms }: SeatingInput, places: readonly Place[]): number {
  const groupOf = new Map(candidates.map(({ key, group }) => [key, group]));
  const timeOf = new Map(shifts.map(({ id, day, startsAt }) => [id, `${day} ${startsAt}`]));
  const perRow = new Map(rooms.map((room) => [room.id, room.perRow]));
  const at = new Map<string, number | null>();
  const nameOf = (room: string, time: string, row: number, column: number) => `${room} ${time} ${row} ${column}`;
  for (const { key, shift, room, seat } of places) {
    const width = perRow.get(room) ?? 1;
    const [row, column] = [Math.floor((seat - 1) / width), (seat - 1) % width];
    at.set(nameOf(room, timeOf.get(shift) ?? '', row, column), groupOf.get(key) ?? null);
  }
  let pairs = 0;
  for (const [name, group] of at) {
    if (group === null) continue;
    const [room = '', day = '', hour = '', row = '0', column = '0'] = name.split(' ');
    for (const [down, right] of [
      [0, 1],
      [1, 0],
    ] as const)
      if (at.get(nameOf(room, `${day} ${hour}`, Number(row) + down, Number(column) + right)) === group) pairs += 1;
  }
  return pairs;
}

/** The fewest neighbours that so many of one group can have in a room: every way to seat them, row by row. */
export function fewestIn({ seats, perRow }: Pick<SeatingRoom, 'seats' | 'perRow'>, members: number): number {
  // by the last `perRow` seats (a bit each) and how many are seated: the fewest pairs so far
  let best = new Map<number, number[]>([[0, [0]]]);
  const mask = (1 << perRow) - 1;
  for (let seat = 0; seat < seats; seat += 1) {
    const next = new Map<number, number[]>();
    for (const [last, fewest] of best)
      for (const taken of [0, 1]) {
        const ahead = seat >= perRow ? (last >> (perRow - 1)) & 1 : 0;
        const left = seat % perRow > 0 ? last & 1 : 0;
        const state = ((last << 1) | taken) & mask;
        const known = next.get(state) ?? [];
        for (const [count, pairs] of fewest.entries()) {
          if (pairs === undefined) continue;
          const now = pairs + (taken === 1 ? ahead + left : 0);
          const before = known[count + taken];
          if (before === undefined || now < before) known[count + taken] = now;
        }
        next.set(state, known);
      }
    best = next;
  }
  return [...best.values()].reduce((least, fewest) => Math.min(least, fewest[members] ?? Infinity), Infinity);
}

/** No plan with these people in these rooms at these hours has fewer neighbours of one group than this. */
export function lowerBoundOf({ candidates, shifts, rooms }: SeatingInput, places: readonly Place[]): number {
  const groupOf = new Map(candidates.map(({ key, group }) => [key, group]));
  const timeOf = new Map(shifts.map(({ id, day, startsAt }) => [id, `${day} ${startsAt}`]));
  const counts = new Map<string, Map<number, number>>();
  for (const { key, shift, room } of places) {
    const group = groupOf.get(key) ?? null;
    if (group === null) continue;
    const name = `${room} ${timeOf.get(shift)}`;
    const inRoom = counts.get(name) ?? new Map<number, number>();
    inRoom.set(group, (inRoom.get(group) ?? 0) + 1);
    counts.set(name, inRoom);
  }
  const known = new Map<string, number>();
  let bound = 0;
  for (const [name, groups] of counts) {
    const room = rooms.find(({ id }) => id === name.split(' ')[0]);
    if (!room) throw new Error(`no room ${name}`);
    for (const members of groups.values()) {
      const alike = `${room.seats} ${room.perRow} ${members}`;
      const fewest = known.get(alike) ?? fewestIn(room, members);
      known.set(alike, fewest);
      bound += fewest;
    }
  }
  return bound;
}
