import { type Result, failed, ok } from '../../kernel';
import { drawnOrder, randomStream } from '../draw';
import { arrangeRoom } from './arrange-room';
import { type Chosen, chooseShifts } from './choose-shifts';
import { dealEvenly, levelled } from './deal-evenly';
import { type Pool, groupedBy, poolsOf } from './pools';
import type { Place, SeatingCandidate, SeatingFault, SeatingInput, SeatingRoom } from './seating-input';

/**
 * The places of everybody who has none yet, by the seed alone: same input, same places, in whatever order candidates are
 * given. Whoever keeps a place stays. Fails as a whole with the subjects nobody planned or the places that are missing.
 */
export function planSeating(input: SeatingInput): Result<readonly Place[], SeatingFault> {
  const candidates = inDrawnOrder(input);
  const known = new Map(candidates.map((one) => [one.key, one]));
  const shiftOf = new Map(input.shifts.map((shift) => [shift.id, shift]));
  const keeps = new Map(
    [...groupedBy(input.kept, ({ key }) => key)].map(([key, places]) => [
      key,
      places.flatMap(({ shift }) => shiftOf.get(shift) ?? []),
    ]),
  );
  const unplanned = unplannedOf(candidates, input);
  if (unplanned.length > 0) return failed({ unplanned, short: [] });
  const { ofShift } = poolsOf(input);
  const { chosen, short } = chooseShifts({
    candidates,
    shifts: input.shifts,
    poolsOf: (shift) => ofShift.get(shift) ?? [],
    keeps,
    byDay: input.byDay ?? false,
  });
  if (short.length > 0) return failed({ unplanned: [], short });
  const byPool = new Map<Pool, Chosen[]>();
  for (const one of chosen) {
    const sharing = byPool.get(one.pool);
    if (sharing) sharing.push(one);
    else byPool.set(one.pool, [one]);
  }
  return ok([...byPool].flatMap(([pool, people]) => seatPool(pool, { people, known, candidates, seed: input.seed })));
}

/** The largest groups first, so that each is spread evenly wherever it is dealt; within, and between equals, the seed. */
function inDrawnOrder({ seed, candidates }: Pick<SeatingInput, 'seed' | 'candidates'>): SeatingCandidate[] {
  const byKey = new Map(candidates.map((one) => [one.key, one]));
  const drawn = drawnOrder({ seed, purpose: 'seats', entrants: candidates.map(({ key }) => key) });
  const sizes = new Map<number, number>();
  for (const { group } of candidates) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const sizeOf = ({ group }: SeatingCandidate) => (group === null ? 0 : (sizes.get(group) ?? 0));
  return drawn
    .flatMap((key) => byKey.get(key) ?? [])
    .toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.group ?? 0) - (b.group ?? 0));
}

function unplannedOf(
  candidates: readonly SeatingCandidate[],
  { shifts }: Pick<SeatingInput, 'shifts'>,
): SeatingFault['unplanned'] {
  const planned = new Set(shifts.map(({ offering, subject }) => `${offering} ${subject}`));
  const missing = new Map<string, { offering: string; subject: string }>();
  for (const { offering, subjects } of candidates)
    for (const subject of subjects) {
      const name = `${offering} ${subject}`;
      if (!planned.has(name)) missing.set(name, { offering, subject });
    }
  return [...missing.values()];
}

type InPool = {
  readonly people: readonly Chosen[];
  readonly known: ReadonlyMap<string, SeatingCandidate>;
  readonly candidates: readonly SeatingCandidate[];
  readonly seed: string;
};

/** Rooms and seats in a pool: as few rooms as hold everybody, filled alike. */
function seatPool(pool: Pool, { people, known, candidates, seed }: InPool): Place[] {
  const order = new Map(candidates.map(({ key }, at) => [key, at]));
  const sorted = people.toSorted((a, b) => (order.get(a.candidate.key) ?? 0) - (order.get(b.candidate.key) ?? 0));
  const bound = sorted.filter(({ candidate }) => candidate.reserved);
  const others = sorted.filter(({ candidate }) => !candidate.reserved);
  const backFree = pool.rooms.map((room) => reservedFree(room, pool));
  const boundIn = fill(bound.length, backFree);
  const quotas = quotasOf(pool, { count: others.length, boundIn });
  const rooms = dealEvenly(others, quotas);
  const boundRooms = inTurn(bound, boundIn);
  return pool.rooms.flatMap((room, at) => {
    const inRoom = [...(boundRooms[at] ?? []), ...(rooms[at] ?? [])];
    if (inRoom.length === 0) return [];
    // hours that run into each other are one time of the room: somebody may come to it twice
    const places = new Map(
      inRoom.map(({ candidate, shift }) => [`${candidate.key} ${shift.id}`, { key: candidate.key, shift: shift.id }]),
    );
    const kept = new Map(
      [...(pool.held.get(room.id) ?? [])].map(([seat, key]) => [seat, known.get(key) ?? strangerOf(key)]),
    );
    const seats = arrangeRoom(room, {
      kept,
      people: inRoom.map(({ candidate, shift }) => ({ ...candidate, key: `${candidate.key} ${shift.id}` })),
      random: randomStream(seed, `room\n${room.id}\n${pool.slot}`),
    });
    return [...places].map(([name, place]) => ({ ...place, room: room.id, seat: seats.get(name) ?? 0 }));
  });
}

const strangerOf = (key: string): SeatingCandidate => ({
  key,
  offering: '',
  subjects: [],
  group: null,
  reserved: false,
});

const freeIn = (room: SeatingRoom, pool: Pool): number => room.seats - (pool.held.get(room.id)?.size ?? 0);

const reservedFree = (room: SeatingRoom, pool: Pool): number =>
  room.reserved.filter((seat) => seat <= room.seats && !pool.held.get(room.id)?.has(seat)).length;

/** So many into bins in their order. */
function fill(count: number, capacities: readonly number[]): number[] {
  let left = count;
  return capacities.map((capacity) => {
    const taken = Math.min(left, capacity);
    left -= taken;
    return taken;
  });
}

function inTurn<T>(items: readonly T[], counts: readonly number[]): T[][] {
  let from = 0;
  return counts.map((count) => items.slice(from, (from += count)));
}

/** How many of those who may sit anywhere come into each room; what is kept back is filled last. */
function quotasOf(pool: Pool, { count, boundIn }: { count: number; boundIn: readonly number[] }): number[] {
  const open = pool.rooms.map((room) => freeIn(room, pool) - reservedFree(room, pool));
  const spare = pool.rooms.map((room, at) => reservedFree(room, pool) - (boundIn[at] ?? 0));
  const openWhole = open.reduce((sum, free) => sum + free, 0);
  if (count > openWhole) {
    const more = fill(count - openWhole, spare);
    return open.map((free, at) => free + (more[at] ?? 0));
  }
  // rooms that are in use already fill up first
  const inUse = pool.rooms.map((room, at) => (pool.held.get(room.id)?.size ?? 0) > 0 || (boundIn[at] ?? 0) > 0);
  const used = open.map((free, at) => (inUse[at] ? free : 0));
  let whole = used.reduce((sum, free) => sum + free, 0);
  for (const [at, free] of open.entries())
    if (whole < count && !inUse[at]) {
      used[at] = free;
      whole += free;
    }
  return levelled(count, used);
}
