import { dealEvenly } from './deal-evenly';
import { network } from './flow';
import { type Pool, groupedBy } from './pools';
import { type SeatingCandidate, type SeatingShift, overlaps } from './seating-input';

/** Who sits which shift, and in which pool of rooms. */
export type Chosen = { readonly candidate: SeatingCandidate; readonly shift: SeatingShift; readonly pool: Pool };

export type Free = { open: number; reserved: number };

export type Sharing = {
  readonly waiting: readonly SeatingCandidate[];
  readonly shifts: readonly SeatingShift[];
  readonly reserved: boolean;
  readonly used: ReadonlyMap<string, number>;
  readonly busy: ReadonlyMap<string, readonly SeatingShift[]>;
  readonly free: Map<Pool, Free>;
  readonly poolsOf: (shift: string) => readonly Pool[];
  /** Candidates of one name are dealt alike. */
  readonly nameOf: (candidate: SeatingCandidate) => string;
  /** Null: every way is as good as another. */
  readonly ways: Ways | null;
};

export type Ways = {
  /** How bad it is for a candidate to sit a shift, from 0; worse ways are opened only while somebody is left over. */
  readonly rankOf: (candidate: SeatingCandidate, shift: SeatingShift) => number;
  /** So many of one name at most in a shift, as long as the others find a place elsewhere. */
  readonly mostIn: (name: string, shift: SeatingShift) => number;
  readonly ranks: number;
  /** Before ways of this rank, seats that are kept back are opened to all. */
  readonly openBefore: number;
};

/** One subject, by the greatest flow from candidates who are alike over shifts to the pools of rooms. */
export function shareOut(given: Sharing): { placed: Chosen[]; left: readonly SeatingCandidate[] } {
  const { waiting, shifts, busy, ways: how } = given;
  const alike = groupedBy(waiting, given.nameOf);
  const net = network();
  const [source, sink] = [net.node(), net.node()];
  const laid = layPools(net, sink, given);
  const classes = [...alike].map(([name, people]) => {
    const node = net.node();
    net.pipe(source, node, people.length);
    const [first] = people;
    const kept = busy.get(first?.key ?? '') ?? [];
    const ways = shifts
      .filter((shift) => shift.offering === first?.offering && !kept.some((other) => overlaps(shift, other)))
      .map((shift) => {
        const pipe = net.pipe(node, laid.entry(shift.id), how ? 0 : people.length);
        return { shift, pipe, rank: how && first ? how.rankOf(first, shift) : 0, most: how?.mostIn(name, shift) ?? 0 };
      });
    return { people, ways };
  });
  const push = () => (how ? net.pushShortest(source, sink) : net.push(source, sink));
  if (how) pushByRank(given, { how, classes, push, laid, net });
  else pushLevelled(given, { push, laid, net, left: waiting.length, hurried: false });
  laid.openReserved();
  push();
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

type Class = {
  readonly people: readonly SeatingCandidate[];
  readonly ways: readonly { readonly pipe: number; readonly rank: number; readonly most: number }[];
};

/** Opens the better ways first, those of one rank at a time while somebody is left over. */
function pushByRank(
  given: Sharing,
  of: {
    readonly how: Ways;
    readonly classes: readonly Class[];
    readonly push: () => number;
    readonly laid: ReturnType<typeof layPools>;
    readonly net: Net;
  },
): void {
  const { how, classes, push, laid, net } = of;
  let left = given.waiting.length;
  const level = () => pushLevelled(given, { push, laid, net, left, hurried: true });
  const ways = classes.flatMap((one) => one.ways.map((way) => ({ ...way, all: one.people.length })));
  for (let rank = 0; rank < how.ranks; rank += 1) {
    if (left === 0) return;
    if (rank === how.openBefore) {
      laid.openReserved();
      left -= level();
    }
    const opening = ways.filter((way) => way.rank === rank);
    for (const { pipe, most, all } of opening) net.widen(pipe, Math.min(most, all));
    if (opening.length > 0) left -= level();
  }
  if (left === 0) return;
  // what was held back for the sake of other subjects is better than no place
  for (const { pipe, most, all } of ways) net.widen(pipe, Math.max(0, all - most));
  level();
}

type Net = ReturnType<typeof network>;

/** The pipes from each shift to its pools and from these to the end. */
function layPools(net: Net, sink: number, { shifts, reserved, free, poolsOf }: Sharing) {
  const ends = new Map<Pool, { node: number; open: number; spare: number }>();
  const entries = new Map<string, { node: number; pipe: number; pools: { pool: Pool; pipe: number }[] }>();
  const freeOf = (pool: Pool): Free => free.get(pool) ?? { open: pool.openFree, reserved: pool.reservedFree };
  let isOpen = reserved;
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
      if (!isOpen) for (const [pool, { spare }] of ends) net.widen(spare, freeOf(pool).reserved);
      isOpen = true;
    },
    take: (flowIn: Net['flowIn']) => {
      for (const [pool, { open, spare }] of ends) {
        const had = freeOf(pool);
        free.set(pool, { open: had.open - flowIn(open), reserved: had.reserved - flowIn(spare) });
      }
    },
  };
}

/**
 * Lets so many into each shift of an offering as an even share is, and more only while somebody is left over; tells how
 * many came in. Hurried: in greater steps the longer nobody comes in.
 */
function pushLevelled(
  { waiting, shifts, used }: Sharing,
  of: {
    readonly push: () => number;
    readonly laid: ReturnType<typeof layPools>;
    readonly net: Net;
    readonly left: number;
    readonly hurried: boolean;
  },
): number {
  const { push, laid, net } = of;
  const offerings = [...groupedBy(shifts, ({ offering }) => offering)].map(([offering, own]) => {
    const count = waiting.filter((one) => one.offering === offering).length;
    const most = count + own.reduce((sum, { id }) => sum + (used.get(id) ?? 0), 0);
    return { own, most, level: Math.ceil(most / own.length) };
  });
  const limits = new Map<string, number>();
  let [left, vain] = [of.left, 1];
  for (;;) {
    for (const { own, level } of offerings)
      for (const { id } of own) {
        const pipe = laid.limit(id);
        // what came in before stays in
        const least = limits.get(id) ?? net.flowIn(pipe);
        const limit = Math.max(least, level - (used.get(id) ?? 0));
        net.widen(pipe, limit - (limits.get(id) ?? net.laid(pipe)));
        limits.set(id, limit);
      }
    const pushed = push();
    left -= pushed;
    if (left === 0) break;
    vain = of.hurried && pushed === 0 ? vain * 2 : 1;
    const rising = offerings.filter(({ level, most }) => level < most);
    if (rising.length === 0) break;
    for (const one of rising) one.level = Math.min(one.most, one.level + Math.ceil(left / one.own.length / 4) * vain);
  }
  return of.left - left;
}
