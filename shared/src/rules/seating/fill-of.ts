import { chooseShifts } from './choose-shifts';
import { poolsOf } from './pools';
import type { SeatingInput, Shortage } from './seating-input';

/** How many would sit in each shift, and which shifts lack places, without giving anybody a seat. */
export function fillOf(input: Omit<SeatingInput, 'seed'>): {
  readonly counts: ReadonlyMap<string, number>;
  readonly short: readonly Shortage[];
} {
  const { ofShift } = poolsOf(input);
  const { chosen, short } = chooseShifts({
    candidates: input.candidates,
    shifts: input.shifts,
    poolsOf: (shift) => ofShift.get(shift) ?? [],
    keeps: new Map(),
  });
  const counts = new Map<string, number>();
  for (const { shift } of chosen) counts.set(shift.id, (counts.get(shift.id) ?? 0) + 1);
  return { counts, short };
}
