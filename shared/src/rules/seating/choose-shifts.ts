import { dealEvenly } from './deal-evenly';
import { network } from './flow';
import { type Pool, groupedBy } from './pools';
import { type SeatingCandidate, type SeatingShift, type Shortage, overlaps } from './seating-input';

/** Who sits which shift, and in which pool of rooms. */
export type Chosen = { readonly candidate: SeatingCandidate; readonly shift: SeatingShift; readonly pool: Pool };

export type ShiftsGiven = {
  /** In the order in which they are dealt. */
  readonly candidates: readonly SeatingCandidate[];
  readonly shifts: readonly SeatingShift[];
  readonly poolsOf: (shift: string) => readonly Pool[];
  /** By candidate: the shifts whose seats they keep. */
  readonly keeps: ReadonlyMap<string, readonly SeatingShift[]>;
};

/**
 * Gives everybody a shift for each subject: never two that overlap, each offering balanced over its shifts as far as
 * places allow. Subjects are tried in several orders until nobody is left over; else the order that leaves fewest.
 */
export function chooseShifts(given: ShiftsGiven): { chosen: readonly Chosen[]; short: readonly Shortage[] } {
  const subjects = [...new Set(given.shifts.map(({ subject }) => subject))];
  let best: ReturnType<typeof chooseInOrder> | null = null;
  for (const order of ordersOf(subjects)) {
    const tried = chooseInOrder(given, order);
    if (!best || tried.missing < best.missing) best = tried;
    if (best.missing === 0) break;
  }
  return best ?? { chosen: [], short: [] };
}

const ordersOf = (items: readonly string[]): string[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));

type Free = { open: number; reserved: number };

function chooseInOrder(given: ShiftsGiven, subjects: readonly string[]) {
  const busy = new Map(given.keeps);
  const free = new Map<Pool, Free>();
  const chosen: Chosen[] = [];
  const short: Shortage[] = [];
  for (const subject of subjects) {
    const shifts = given.shifts.filter((shift) => shift.subject === subject);
    const used = new Map<string, number>();
    for (const kept of given.keeps.values())
      for (const { id, subject: of } of kept) if (of === subject) used.set(id, (used.get(id) ?? 0) + 1);
    for (const reserved of [true, false]) {
      const waiting = given.candidates.filter(
        (one) =>
          one.reserved === reserved &&
          one.subjects.includes(subject) &&
          !(busy.get(one.key) ?? []).some((shift) => shift.subject === subject),
      );
      const { placed, left } = shareOut({ waiting, shifts, reserved, used, busy, free, poolsOf: given.poolsOf });
      for (const one of placed) {
        used.set(one.shift.id, (used.get(one.shift.id) ?? 0) + 1);
        busy.set(one.candidate.key, [...(busy.get(one.candidate.key) ?? []), one.shift]);
      }
      chosen.push(...placed);
      short.push(...shortagesOf(left, { shifts, used, reserved }));
    }
  }
  return { chosen, short, missing: short.reduce((sum, one) => sum + one.missing, 0) };
}

type Sharing = {
  readonly waiting: readonly SeatingCandidate[];
  readonly shifts: readonly SeatingShift[];
  readonly reserved: boolean;
  readonly used: ReadonlyMap<string, number>;
  readonly busy: ReadonlyMap<string, readonly SeatingShift[]>;
  readonly free: Map<Pool, Free>;
  readonly poolsOf: ShiftsGiven['poolsOf'];
};

/** One subject, by the greatest flow from candidates who are alike over shifts to the pools of rooms. */
function shareOut(given: Sharing): { placed: Chosen[]; left: readonly SeatingCandidate[] } {
  const { waiting, shifts, busy } = given;
  const alike = groupedBy(waiting, ({ key, offering }) =>
    [offering, ...(busy.get(key) ?? []).map(({ id }) => id).toSorted()].join('\n'),
  );
  const net = network();
  const [source, sink] = [net.node(), net.node()];
  const laid = layPools(net, sink, given);
  const classes = [...alike.values()].map((people) => {
    const node = net.node();
    net.pipe(source, node, people.length);
    const [first] = people;
    const kept = busy.get(first?.key ?? '') ?? [];
    const ways = shifts
      .filter((shift) => shift.offering === first?.offering && !kept.some((other) => overlaps(shift, other)))
      .map((shift) => ({ shift, pipe: net.pipe(node, laid.entry(shift.id), people.length) }));
    return { people, ways };
  });
  pushLevelled(given, { push: () => net.push(source, sink), laid, widen: net.widen });
  laid.openReserved();
  net.push(source, sink);
  const left: SeatingCandidate[] = [];
  const inShift = new Map<string, SeatingCandidate[]>();
  for (const { people, ways } of classes) {
    const dealt = dealEvenly(
      people,
      ways.map(({ pipe }) => net.flowIn(pipe)),
    );
    const gone = new Set(dealt.flat());
    left.push(...people.filter((one) => !gone.has(one)));
    for (const [at, { shift }] of ways.entries())
      inShift.set(shift.id, [...(inShift.get(shift.id) ?? []), ...(dealt[at] ?? [])]);
  }
  const order = new Map(waiting.map((one, at) => [one, at]));
  const placed = shifts.flatMap((shift) => {
    const people = (inShift.get(shift.id) ?? []).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const pools = laid.into(shift.id);
    const dealt = dealEvenly(
      people,
      pools.map(({ pipe }) => net.flowIn(pipe)),
    );
    return pools.flatMap(({ pool }, at) => (dealt[at] ?? []).map((candidate) => ({ candidate, shift, pool })));
  });
  laid.take(net.flowIn);
  return { placed, left };
}

type Net = ReturnType<typeof network>;

/** The pipes from each shift to its pools and from these to the end. */
function layPools(net: Net, sink: number, { shifts, reserved, free, poolsOf }: Sharing) {
  const ends = new Map<Pool, { node: number; open: number; spare: number }>();
  const entries = new Map<string, { node: number; pipe: number; pools: { pool: Pool; pipe: number }[] }>();
  const freeOf = (pool: Pool): Free => free.get(pool) ?? { open: pool.openFree, reserved: pool.reservedFree };
  for (const shift of shifts) {
    const [node, out] = [net.node(), net.node()];
    const pipe = net.pipe(node, out, 0);
    const pools = poolsOf(shift.id).map((pool) => {
      let end = ends.get(pool);
      if (!end) {
        const of = net.node();
        end = { node: of, open: net.pipe(of, sink, reserved ? 0 : freeOf(pool).open), spare: net.pipe(of, sink, 0) };
        if (reserved) net.widen(end.spare, freeOf(pool).reserved);
        ends.set(pool, end);
      }
      return { pool, pipe: net.pipe(out, end.node, Number.MAX_SAFE_INTEGER) };
    });
    entries.set(shift.id, { node, pipe, pools });
  }
  return {
    entry: (shift: string) => entries.get(shift)?.node ?? 0,
    limit: (shift: string) => entries.get(shift)?.pipe ?? 0,
    into: (shift: string) => entries.get(shift)?.pools ?? [],
    /** Whoever may sit anywhere takes what is kept back only when nothing else is left. */
    openReserved: () => {
      if (!reserved) for (const [pool, { spare }] of ends) net.widen(spare, freeOf(pool).reserved);
    },
    take: (flowIn: Net['flowIn']) => {
      for (const [pool, { open, spare }] of ends) {
        const had = freeOf(pool);
        free.set(pool, { open: had.open - flowIn(open), reserved: had.reserved - flowIn(spare) });
      }
    },
  };
}

/** Lets so many into each shift of an offering as an even share is, and more only while somebody is left over. */
function pushLevelled(
  { waiting, shifts, used }: Sharing,
  { push, laid, widen }: { push: () => number; laid: ReturnType<typeof layPools>; widen: Net['widen'] },
): void {
  const offerings = [...groupedBy(shifts, ({ offering }) => offering)].map(([offering, of]) => {
    const count = waiting.filter((one) => one.offering === offering).length;
    const most = count + of.reduce((sum, { id }) => sum + (used.get(id) ?? 0), 0);
    return { of, most, level: Math.ceil(most / of.length) };
  });
  const limits = new Map<string, number>();
  for (let left = waiting.length; left > 0;) {
    for (const { of, level } of offerings)
      for (const { id } of of) {
        const limit = Math.max(0, level - (used.get(id) ?? 0));
        widen(laid.limit(id), limit - (limits.get(id) ?? 0));
        limits.set(id, limit);
      }
    left -= push();
    const rising = offerings.filter(({ level, most }) => level < most);
    if (rising.length === 0) return;
    for (const one of rising) one.level = Math.min(one.most, one.level + Math.ceil(left / one.of.length / 4));
  }
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
