/**
 * Deals items to bins that take so many each, so that any run of items is spread over the bins in proportion; what is
 * more than the bins take stays out.
 */
export function dealEvenly<T>(items: readonly T[], quotas: readonly number[]): T[][] {
  const bins = quotas.map((): T[] => []);
  const whole = quotas.reduce((sum, quota) => sum + quota, 0);
  if (whole === 0) return bins;
  for (const [position, item] of items.slice(0, whole).entries()) {
    let [best, most] = [-1, -Infinity];
    for (const [at, quota] of quotas.entries()) {
      const got = bins[at]?.length ?? 0;
      const due = (quota * (position + 1)) / whole - got;
      if (got < quota && due > most + 1e-9) [best, most] = [at, due];
    }
    bins[best]?.push(item);
  }
  return bins;
}

/** So many, over bins that hold so many each, in proportion to what they hold. */
export function levelled(count: number, capacities: readonly number[]): number[] {
  const whole = capacities.reduce((sum, capacity) => sum + capacity, 0);
  if (whole === 0) return capacities.map(() => 0);
  const shares = capacities.map((capacity) => Math.floor((count * capacity) / whole));
  let left = count - shares.reduce((sum, share) => sum + share, 0);
  const byRest = capacities
    .map((capacity, at) => ({ at, rest: (count * capacity) % whole }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRest) {
    if (left === 0) break;
    shares[at] = (shares[at] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
