/** A network of pipes; nodes are numbers from 0. */
export type Network = {
  readonly node: () => number;
  /** Adds a pipe and gives its number. */
  readonly pipe: (from: number, to: number, capacity: number) => number;
  readonly widen: (pipe: number, by: number) => void;
  /** Pushes as much more as fits from one node to another; pipes laid first are tried first. Tells how much. */
  readonly push: (from: number, to: number) => number;
  readonly flowIn: (pipe: number) => number;
};

/** An empty network; pushing finds the greatest flow by augmenting paths. */
export function network(): Network {
  const pipesOf: number[][] = [];
  const ends: number[] = [];
  const rest: number[] = [];
  const laid: number[] = [];
  const pushPath = (at: number, to: number, most: number, seen: Set<number>): number => {
    if (at === to) return most;
    seen.add(at);
    for (const pipe of pipesOf[at] ?? []) {
      const [end = 0, free = 0] = [ends[pipe], rest[pipe]];
      if (free === 0 || seen.has(end)) continue;
      const pushed = pushPath(end, to, Math.min(most, free), seen);
      if (pushed === 0) continue;
      rest[pipe] = free - pushed;
      rest[pipe ^ 1] = (rest[pipe ^ 1] ?? 0) + pushed;
      return pushed;
    }
    return 0;
  };
  const half = (from: number, to: number, capacity: number) => {
    pipesOf[from]?.push(ends.length);
    ends.push(to);
    rest.push(capacity);
    laid.push(capacity);
  };
  return {
    node: () => pipesOf.push([]) - 1,
    pipe: (from, to, capacity) => {
      half(from, to, capacity);
      half(to, from, 0);
      return ends.length - 2;
    },
    widen: (pipe, by) => {
      rest[pipe] = (rest[pipe] ?? 0) + by;
      laid[pipe] = (laid[pipe] ?? 0) + by;
    },
    push: (from, to) => {
      let total = 0;
      for (;;) {
        const pushed = pushPath(from, to, Infinity, new Set());
        if (pushed === 0) return total;
        total += pushed;
      }
    },
    flowIn: (pipe) => (laid[pipe] ?? 0) - (rest[pipe] ?? 0),
  };
}
