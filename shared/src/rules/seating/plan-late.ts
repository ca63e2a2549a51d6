import { type Result, failed, ok } from '../../kernel';
import { drawnOrder } from '../draw';
import { planSeating } from './plan-seating';
import { groupedBy } from './pools';
import type { Place, SeatingFault, SeatingInput } from './seating-input';

/** What a late change does: who comes to a place, and who must move for it. */
export type LateChange = {
  readonly added: readonly Place[];
  readonly moved: readonly { readonly from: Place; readonly to: Place }[];
};

const MOST_MOVES = 40;

/**
 * Places for whoever has none yet, moving as few as can be of those who have: nobody while a place is left; else one by
 * one, each for a place that was missing. Fails as `planSeating` with what is still missing.
 */
export function planLate(input: SeatingInput): Result<LateChange, SeatingFault> {
  let kept = input.kept;
  const released: Place[] = [];
  for (;;) {
    const plan = planSeating({ ...input, kept });
    if (plan.ok) return ok(changeOf(plan.value, released));
    if (plan.error.unplanned.length > 0 || released.length === MOST_MOVES) return plan;
    const before = missingIn(plan.error);
    const helping = candidatesToMove(input, kept).find((place) => {
      const without = planSeating({ ...input, kept: kept.filter((one) => one !== place) });
      return without.ok || missingIn(without.error) < before;
    });
    if (!helping) return failed(plan.error);
    released.push(helping);
    kept = kept.filter((one) => one !== helping);
  }
}

const missingIn = ({ short }: SeatingFault): number => short.reduce((sum, { missing }) => sum + missing, 0);

/** One place of each kind: those at the same time, with the same other shifts, are alike. */
function candidatesToMove({ seed, candidates, rooms }: SeatingInput, kept: readonly Place[]): Place[] {
  const drawn = drawnOrder({ seed, purpose: 'late', entrants: kept.map(({ key, shift }) => `${key}\n${shift}`) });
  const rank = new Map(drawn.map((name, at) => [name, at]));
  const shiftsOf = groupedBy(kept, ({ key }) => key);
  const back = new Map(rooms.map(({ id, reserved }) => [id, new Set(reserved)]));
  const bound = new Set(candidates.filter(({ reserved }) => reserved).map(({ key }) => key));
  const rankOf = ({ key, shift }: Place) => rank.get(`${key}\n${shift}`) ?? 0;
  const alike = groupedBy(
    kept.toSorted((a, b) => rankOf(a) - rankOf(b)),
    ({ key, shift, room, seat }) => {
      const others = (shiftsOf.get(key) ?? []).map((one) => one.shift).toSorted();
      return [shift, room, back.get(room)?.has(seat), bound.has(key), ...others].join('\n');
    },
  );
  return [...alike.values()].flatMap(([first]) => first ?? []);
}

function changeOf(places: readonly Place[], released: readonly Place[]): LateChange {
  const subjectOf = ({ shift }: Place) => shift;
  const added = [...places];
  const moved: { from: Place; to: Place }[] = [];
  for (const from of released) {
    const own = added.filter(({ key }) => key === from.key);
    const to = own.find((place) => subjectOf(place) === from.shift) ?? own[0];
    if (!to) continue;
    added.splice(added.indexOf(to), 1);
    if (to.shift !== from.shift || to.room !== from.room || to.seat !== from.seat) moved.push({ from, to });
  }
  return { added, moved };
}
