import type { Pool } from './pools';
import { type Chosen, type Free, type Ways, shareOut } from './share-out';
import { type Manner, RANKS, OPEN_BEFORE, isOneDay, mannerOf, rankOf } from './days-of';
import { type SeatingCandidate, type SeatingShift, type Shortage, overlaps } from './seating-input';

export type { Chosen };

export type ShiftsGiven = {
  /** In the order in which they are dealt. */
  readonly candidates: readonly SeatingCandidate[];
  readonly shifts: readonly SeatingShift[];
  readonly poolsOf: (shift: string) => readonly Pool[];
  /** By candidate: the shifts whose seats they keep. */
  readonly keeps: ReadonlyMap<string, readonly SeatingShift[]>;
  readonly byDay: boolean;
};

/**
 * Gives everybody a shift for each subject: never two that overlap; by day, as many as can be on one day, in the order of
 * their subjects; each offering balanced over its shifts as far as places and days allow. Subjects are tried in several
 * orders until nobody is left over, or parted without need; else the order that leaves and parts fewest.
 */
export function chooseShifts(given: ShiftsGiven): { chosen: readonly Chosen[]; short: readonly Shortage[] } {
  const orders = ordersOf([...new Set(given.shifts.map(({ subject }) => subject))]);
  const [first = []] = orders;
  if (!given.byDay) return inAnyOrder(given, orders);
  const least = leastOf(given);
  let best = chooseInOrder(given, first, new Map());
  if (isAs(best, least)) return best;
  // places that are missing where days count for nothing are missing anyway
  const plain = best.missing > 0 ? inAnyOrder({ ...given, byDay: false }, orders) : null;
  if (plain && plain.missing > 0) return plain.missing < best.missing ? plain : best;
  for (const order of orders)
    for (const isWell of WELL) {
      let limits: Limits = new Map();
      for (let vain = 0; vain < MOST_IN_VAIN;) {
        const tried = chooseInOrder(given, order, limits);
        if (isBetter(tried, best)) [best, vain] = [tried, 0];
        else vain += 1;
        if (isAs(best, least)) return best;
        const next = limitsAfter(given, tried, { before: limits, isWell });
        if (!next) break;
        limits = next;
      }
    }
  // a place on another day is better than none
  return plain && best.missing > 0 ? plain : best;
}

/** How often what was learnt may better nothing. */
const MOST_IN_VAIN = 3;

/** The order that leaves fewest over; days count for nothing. */
function inAnyOrder(given: ShiftsGiven, orders: readonly (readonly string[])[]): Tried {
  let best: Tried | null = null;
  for (const order of orders) {
    const tried = chooseInOrder(given, order, new Map());
    if (!best || tried.missing < best.missing) best = tried;
    if (best.missing === 0) break;
  }
  return best ?? chooseInOrder(given, [], new Map());
}
/** First for days in order, then for days alone. */
const WELL: readonly ((manner: Manner) => boolean)[] = [(manner) => manner === 'whole', isOneDay];

/** How many lack a place, are on more days than one, and sit their subjects in another order. */
type Blemishes = { readonly missing: number; readonly parted: number; readonly turned: number };
const NONE: Blemishes = { missing: 0, parted: 0, turned: 0 };

const isBetter = (a: Blemishes, b: Blemishes): boolean =>
  a.missing - b.missing < 0 ||
  (a.missing === b.missing && (a.parted < b.parted || (a.parted === b.parted && a.turned < b.turned)));

const isAs = (a: Blemishes, b: Blemishes): boolean =>
  a.missing === b.missing && a.parted <= b.parted && a.turned <= b.turned;

const ordersOf = (items: readonly string[]): string[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));

/** By the name of those who are alike and the shift of the subject that is dealt first: so many at most. */
type Limits = ReadonlyMap<string, number>;
const limitName = (name: string, shift: SeatingShift): string => `${name}\t${shift.id}`;

type Tried = Blemishes & {
  readonly chosen: readonly Chosen[];
  readonly short: readonly Shortage[];
  /** By candidate: kept and chosen. */
  readonly busy: ReadonlyMap<string, readonly SeatingShift[]>;
  readonly order: readonly string[];
};

function chooseInOrder(given: ShiftsGiven, subjects: readonly string[], limits: Limits): Tried {
  const busy = new Map(given.keeps);
  const free = new Map<Pool, Free>();
  const chosen: Chosen[] = [];
  const short: Shortage[] = [];
  const nameOf = nameIn(given, busy);
  for (const [at, subject] of subjects.entries()) {
    const shifts = given.shifts.filter((shift) => shift.subject === subject);
    const used = new Map<string, number>();
    for (const kept of given.keeps.values())
      for (const { id, subject: of } of kept) if (of === subject) used.set(id, (used.get(id) ?? 0) + 1);
    const ways: Ways = {
      rankOf: (one, shift) => rankOf(one, busy.get(one.key) ?? [], shift),
      mostIn: (name, shift) => (at === 0 ? (limits.get(limitName(name, shift)) ?? Infinity) : Infinity),
      ranks: RANKS,
      openBefore: OPEN_BEFORE,
    };
    for (const reserved of [true, false]) {
      const waiting = given.candidates.filter(
        (one) =>
          one.reserved === reserved &&
          one.subjects.includes(subject) &&
          !(busy.get(one.key) ?? []).some((shift) => shift.subject === subject),
      );
      const { poolsOf, byDay } = given;
      const sharing = { waiting, shifts, reserved, used, busy, free, poolsOf, nameOf };
      const { placed, left } = shareOut({ ...sharing, ways: byDay ? ways : null });
      for (const one of placed) {
        used.set(one.shift.id, (used.get(one.shift.id) ?? 0) + 1);
        busy.set(one.candidate.key, [...(busy.get(one.candidate.key) ?? []), one.shift]);
      }
      chosen.push(...placed);
      short.push(...shortagesOf(left, { shifts, used, reserved }));
    }
  }
  const missing = short.reduce((sum, one) => sum + one.missing, 0);
  const blemishes = given.byDay ? blemishesOf(given.candidates, busy) : NONE;
  return { ...blemishes, missing, chosen, short, busy, order: subjects };
}

/** Those who are alike share a name: what they sit so far and, by day, what they still have to. */
const nameIn =
  ({ byDay }: ShiftsGiven, busy: ReadonlyMap<string, readonly SeatingShift[]>) =>
  ({ key, offering, subjects }: SeatingCandidate): string =>
    [offering, ...(byDay ? [subjects.join()] : []), ...(busy.get(key) ?? []).map(({ id }) => id).toSorted()].join('\n');

function blemishesOf(
  candidates: readonly SeatingCandidate[],
  busy: ReadonlyMap<string, readonly SeatingShift[]>,
): Blemishes {
  let [parted, turned] = [0, 0];
  for (const one of candidates) {
    const manner = mannerOf(one, busy.get(one.key) ?? []);
    if (manner !== 'whole' && manner !== 'turned') parted += 1;
    else if (manner === 'turned') turned += 1;
  }
  return { missing: 0, parted, turned };
}

/**
 * Of those who were dealt a shift of the first subject, only so many again as could sit the others on that day; null where
 * nothing is to be learnt.
 */
function limitsAfter(
  given: ShiftsGiven,
  { busy, order }: Tried,
  { before, isWell: isGood }: { readonly before: Limits; readonly isWell: (manner: Manner) => boolean },
): Limits | null {
  const [subject] = order;
  const nameOf = nameIn(given, given.keeps);
  const seen = new Map<string, { all: number; well: number }>();
  for (const one of given.candidates) {
    const own = busy.get(one.key) ?? [];
    const first = own.find((shift) => shift.subject === subject);
    if (!first || (given.keeps.get(one.key) ?? []).includes(first)) continue;
    const name = limitName(nameOf(one), first);
    const counts = seen.get(name) ?? { all: 0, well: 0 };
    const isWell = own.length >= one.subjects.length && isGood(mannerOf(one, own));
    seen.set(name, { all: counts.all + 1, well: counts.well + (isWell ? 1 : 0) });
  }
  const after = new Map(before);
  for (const [name, { all, well }] of seen) if (well < all) after.set(name, Math.min(before.get(name) ?? all, well));
  const isNew = [...after].some(([name, most]) => before.get(name) !== most);
  return isNew ? after : null;
}

/** What no plan is better than: those for whom no two shifts lie as they should, or no day has places for. */
function leastOf({ candidates, shifts, keeps, poolsOf }: ShiftsGiven): Blemishes {
  const known = new Map<string, Manner>();
  let [parted, turned] = [0, 0];
  for (const one of candidates) {
    const kept = keeps.get(one.key) ?? [];
    const name = [one.offering, one.subjects.join(), ...kept.map(({ id }) => id)].join('\n');
    let manner = known.get(name);
    if (manner === undefined) known.set(name, (manner = bestMannerOf(one, { shifts, kept })));
    if (!isOneDay(manner)) parted += 1;
    else if (manner === 'turned') turned += 1;
  }
  const fresh = candidates.filter(({ key, subjects }) => subjects.length > 1 && !keeps.has(key));
  const crowded = fresh.length - mostOnOneDay(fresh, { shifts, poolsOf });
  return { missing: 0, parted: Math.max(parted, crowded), turned };
}

/** No more of these have all subjects on one day than the places of its narrowest subject. */
function mostOnOneDay(
  candidates: readonly SeatingCandidate[],
  { shifts, poolsOf }: Pick<ShiftsGiven, 'shifts' | 'poolsOf'>,
): number {
  const [one] = candidates;
  const shared = (one?.subjects ?? []).filter((subject) =>
    candidates.every(({ subjects }) => subjects.includes(subject)),
  );
  let most = 0;
  for (const day of new Set(shifts.map((shift) => shift.day))) {
    const places = shared.map((subject) => {
      const own = shifts.filter((shift) => shift.day === day && shift.subject === subject);
      const pools = new Set(own.flatMap(({ id }) => poolsOf(id)));
      return [...pools].reduce((sum, { openFree, reservedFree }) => sum + openFree + reservedFree, 0);
    });
    most += Math.min(...places);
  }
  return most;
}

/** The best way for a candidate to sit all subjects where every place is free. */
function bestMannerOf(
  one: SeatingCandidate,
  { shifts, kept }: { readonly shifts: readonly SeatingShift[]; readonly kept: readonly SeatingShift[] },
): Manner {
  let best: Manner = 'parted';
  const rest = one.subjects.filter((subject) => !kept.some((shift) => shift.subject === subject));
  const own = shifts.filter(({ offering }) => offering === one.offering);
  const search = (sat: readonly SeatingShift[], [subject, ...later]: readonly string[]): void => {
    if (best === 'whole') return;
    if (subject === undefined) {
      const manner = mannerOf(one, sat);
      if (manner === 'whole' || best === 'parted') best = manner;
      return;
    }
    for (const shift of own)
      if (shift.subject === subject && sat.every((other) => other.day === shift.day && !overlaps(other, shift)))
        search([...sat, shift], later);
  };
  search(kept, rest);
  return best;
}

/** Where those who are left over would have to sit for the shifts to be even. */
function shortagesOf(
  left: readonly SeatingCandidate[],
  given: { shifts: readonly SeatingShift[]; used: ReadonlyMap<string, number>; reserved: boolean },
): Shortage[] {
  const missing = new Map<string, number>();
  for (const { offering } of left) {
    let [fewest, least] = ['', Infinity];
    for (const { id, offering: of } of given.shifts) {
      const count = (given.used.get(id) ?? 0) + (missing.get(id) ?? 0);
      if (of === offering && count < least) [fewest, least] = [id, count];
    }
    missing.set(fewest, (missing.get(fewest) ?? 0) + 1);
  }
  return [...missing].map(([shift, count]) => ({ shift, missing: count, reserved: given.reserved }));
}
