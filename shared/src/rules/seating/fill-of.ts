import { chooseShifts } from './choose-shifts';
import { mannerOf } from './days-of';
import { poolsOf } from './pools';
import type { SeatingInput, SeatingShift, Shortage } from './seating-input';

/** How many would sit in each shift, which shifts lack places, and whose subjects lie apart or out of order, without giving anybody a seat. */
export function fillOf(input: Omit<SeatingInput, 'seed'>): {
  readonly counts: ReadonlyMap<string, number>;
  readonly short: readonly Shortage[];
  readonly parted: readonly string[];
  readonly turned: readonly string[];
} {
  const { ofShift } = poolsOf(input);
  const { chosen, short } = chooseShifts({
    candidates: input.candidates,
    shifts: input.shifts,
    poolsOf: (shift) => ofShift.get(shift) ?? [],
    keeps: new Map(),
    byDay: input.byDay ?? false,
  });
  const counts = new Map<string, number>();
  for (const { shift } of chosen) counts.set(shift.id, (counts.get(shift.id) ?? 0) + 1);
  const sat = new Map<string, SeatingShift[]>();
  for (const { candidate, shift } of chosen) sat.set(candidate.key, [...(sat.get(candidate.key) ?? []), shift]);
  const those = (manner: ReturnType<typeof mannerOf>) =>
    input.candidates.filter((one) => mannerOf(one, sat.get(one.key) ?? []) === manner).map(({ key }) => key);
  return { counts, short, parted: those('parted'), turned: those('turned') };
}
