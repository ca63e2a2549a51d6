import { grid } from './grid';
import type { SeatingCandidate, SeatingRoom } from './seating-input';

type Person = Pick<SeatingCandidate, 'key' | 'offering' | 'group' | 'reserved'>;

/**
 * Seats for these people in one room, given whoever keeps a seat there: as few neighbours of one group as can be, then as
 * few with the same paper. Returns the seat of each by key; there are seats enough.
 */
export function arrangeRoom(
  room: SeatingRoom,
  given: {
    readonly kept: ReadonlyMap<number, Person>;
    readonly people: readonly Person[];
    readonly random: (below: number) => number;
  },
): ReadonlyMap<string, number> {
  const { kept, people, random } = given;
  const back = new Set(room.reserved);
  const bound = people.filter(({ reserved }) => reserved);
  const others = people.filter(({ reserved }) => !reserved);
  const freeOf = (isBack: boolean) => seatsOf(room).filter((seat) => back.has(seat) === isBack && !kept.has(seat));
  const [open, keptBack] = [freeOf(false), freeOf(true)];
  // what is kept back is used by others only when nothing else is left, and then from its end
  const spare = keptBack.slice(bound.length).slice(-Math.max(0, others.length - open.length) || Infinity);
  const usable = others.length > open.length ? [...open, ...spare].toSorted((a, b) => a - b) : open;
  const backFree = keptBack.filter((seat) => !usable.includes(seat));
  const table = grid(room);
  const seat = (cells: readonly number[]): Seated => {
    const seated = new Map<number, Person>(kept);
    for (const [at, person] of bound.entries()) seated.set(backFree[at] ?? 0, person);
    lay({ table, seated, cells, people: others, random });
    const movable = { open: cells, back: backFree };
    mix({ table, seated, movable, random, rounds: 20 });
    settle({ table, seated, movable });
    return seated;
  };
  // from the front without a gap; gaps only where they part who must not sit together
  const close = seat(usable.slice(0, others.length));
  const isApart = [...close.keys()].every((at) => kept.has(at) || costAt(table, close, at) < 100);
  const seated = isApart || others.length === usable.length ? close : seat(usable);
  return new Map([...seated].filter(([at]) => !kept.has(at)).map(([at, { key }]) => [key, at]));
}

const seatsOf = ({ seats }: SeatingRoom): number[] => Array.from({ length: seats }, (_, at) => at + 1);

type Table = ReturnType<typeof grid>;
type Seated = Map<number, Person>;

/** The first arrangement: squares of one colour never touch, so what fits one colour has no neighbours of its own. */
function lay(given: {
  table: Table;
  seated: Seated;
  cells: readonly number[];
  people: readonly Person[];
  random: (below: number) => number;
}): void {
  const { table, seated, cells, people, random } = given;
  const flip = random(2);
  const colours = [0, 1].map((colour) => cells.filter((seat) => table.colour(seat) === (colour ^ flip)));
  const [one = [], two = []] = colours.toSorted((a, b) => b.length - a.length);
  const groups = groupsOf(people);
  const [largest = []] = groups;
  if (largest.length > one.length) return layCrowd(given, { largest, rest: groups.slice(1).flat(), one, two });
  // the first colour from its front, the second from its back: what is left of both lies far apart
  const bins = [{ cells: [...one] }, { cells: two.toReversed() }];
  const later: Person[] = [];
  for (const group of groups) {
    const isWhole = group.length > 1 && group[0]?.group !== null;
    const bin = isWhole ? bins.find(({ cells: left }) => left.length >= group.length) : undefined;
    if (!bin) later.push(...group);
    else for (const person of group) seated.set(bin.cells.shift() ?? 0, person);
  }
  const left = bins.flatMap((bin) => bin.cells);
  for (const person of later) seated.set(left.shift() ?? 0, person);
}

/** More of one group than fit one colour: the others sit where they part most neighbours. */
function layCrowd(
  { table, seated, cells }: { table: Table; seated: Seated; cells: readonly number[] },
  of: { largest: readonly Person[]; rest: readonly Person[]; one: readonly number[]; two: readonly number[] },
): void {
  const usable = new Set(cells);
  const touching = (seat: number) => table.beside(seat).filter((other) => usable.has(other)).length;
  const count = cells.length - of.largest.length;
  const [best = []] = [of.one, of.two]
    .map((colour) => colour.toSorted((a, b) => touching(b) - touching(a) || a - b).slice(0, count))
    .map((parting) => ({ parting, parts: parting.reduce((sum, seat) => sum + touching(seat), 0) }))
    .toSorted((a, b) => b.parts - a.parts || b.parting.length - a.parting.length)
    .map(({ parting }) => parting);
  const parting = new Set(best);
  const members = cells.filter((seat) => !parting.has(seat));
  for (const [at, person] of of.largest.entries()) seated.set(members[at] ?? 0, person);
  const left = cells.filter((seat) => !seated.has(seat));
  for (const [at, person] of of.rest.entries()) seated.set(left[at] ?? 0, person);
}

/** The largest group first; whoever is of none comes last, each alone. */
function groupsOf(people: readonly Person[]): Person[][] {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const name = person.group === null ? person.key : String(person.group);
    groups.set(name, [...(groups.get(name) ?? []), person]);
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length);
}

/** What a person at a seat costs: a neighbour of the group more than any number with the same paper. */
function costAt(table: Table, seated: Seated, seat: number): number {
  const person = seated.get(seat);
  if (!person) return 0;
  let cost = 0;
  for (const other of table.beside(seat)) {
    const beside = seated.get(other);
    if (!beside) continue;
    if (person.group !== null && beside.group === person.group) cost += 100;
    if (beside.offering === person.offering) cost += 1;
  }
  return cost;
}

function swap(seated: Seated, a: number, b: number): void {
  const [atA, atB] = [seated.get(a), seated.get(b)];
  if (atB) seated.set(a, atB);
  else seated.delete(a);
  if (atA) seated.set(b, atA);
  else seated.delete(b);
}

/** Swaps two seats unless that costs more; whether it cost less. */
function trySwap(table: Table, seated: Seated, [a, b]: readonly [number, number], most: number): boolean {
  const before = costAt(table, seated, a) + costAt(table, seated, b);
  swap(seated, a, b);
  const change = costAt(table, seated, a) + costAt(table, seated, b) - before;
  if (change > most) swap(seated, a, b);
  return change < 0;
}

type Movable = { readonly open: readonly number[]; readonly back: readonly number[] };

/** The seed says who changes seats, wherever that costs nothing. */
function mix(given: {
  table: Table;
  seated: Seated;
  movable: Movable;
  random: (below: number) => number;
  rounds: number;
}): void {
  const { table, seated, movable, random, rounds } = given;
  for (const seats of [movable.open, movable.back])
    for (let round = seats.length < 2 ? 0 : rounds * seats.length; round > 0; round -= 1) {
      const [a = 0, b = 0] = [seats[random(seats.length)], seats[random(seats.length)]];
      if (a !== b) trySwap(table, seated, [a, b], 0);
    }
}

const MOST_PASSES = 8;

/** Whoever still sits beside their own changes seats with anybody, as long as that helps. */
function settle({ table, seated, movable }: { table: Table; seated: Seated; movable: Movable }): void {
  for (const seats of [movable.open, movable.back])
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      let helped = false;
      for (const a of seats) {
        if (costAt(table, seated, a) < 100) continue;
        for (const b of seats) if (a !== b && trySwap(table, seated, [a, b], -1)) helped = true;
      }
      if (!helped) break;
    }
}
