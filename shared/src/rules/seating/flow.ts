/** A network of pipes; nodes are numbers from 0. */
export type Network = {
  readonly node: () => number;
  /** Adds a pipe and gives its number. */
  readonly pipe: (from: number, to: number, capacity: number) => number;
  readonly widen: (pipe: number, by: number) => void;
  /** Pushes as much more as fits from one node to another; pipes laid first are tried first. Tells how much. */
  readonly push: (from: number, to: number) => number;
  /** As `push`, by the shortest ways: as few as can be are sent another way for those who come later. */
  readonly pushShortest: (from: number, to: number) => number;
  readonly flowIn: (pipe: number) => number;
  /** How much a pipe lets through at most. */
  readonly laid: (pipe: number) => number;
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
  const pushShortestPath = (from: number, to: number): number => {
    const cameBy = new Map<number, number>();
    const reached = [from];
    for (const at of reached) {
      if (at === to) break;
      for (const pipe of pipesOf[at] ?? []) {
        const end = ends[pipe] ?? 0;
        if (rest[pipe] === 0 || end === from || cameBy.has(end)) continue;
        cameBy.set(end, pipe);
        reached.push(end);
      }
    }
    const path: number[] = [];
    for (let at = to; at !== from;) {
      const pipe = cameBy.get(at);
      if (pipe === undefined) return 0;
      path.push(pipe);
      at = ends[pipe ^ 1] ?? from;
    }
    const most = path.reduce((least, pipe) => Math.min(least, rest[pipe] ?? 0), Infinity);
    for (const pipe of path) {
      rest[pipe] = (rest[pipe] ?? 0) - most;
      rest[pipe ^ 1] = (rest[pipe ^ 1] ?? 0) + most;
    }
    return most;
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
    push: (from, to) => sumOf(() => pushPath(from, to, Infinity, new Set())),
    pushShortest: (from, to) => sumOf(() => pushShortestPath(from, to)),
    flowIn: (pipe) => (laid[pipe] ?? 0) - (rest[pipe] ?? 0),
    laid: (pipe) => laid[pipe] ?? 0,
  };
}

/** What all pushes bring together, until one brings nothing. */
function sumOf(push: () => number): number {
  let total = 0;
  for (;;) {
    const pushed = push();
    if (pushed === 0) return total;
    total += pushed;
  }
}
