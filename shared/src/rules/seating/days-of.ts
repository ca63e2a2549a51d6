import type { SeatingCandidate, SeatingShift } from './seating-input';

/** How somebody's subjects lie: on one day in their order, on one day in another, or on several days. */
export type Manner = 'whole' | 'turned' | 'parted';

/** How the shifts lie that somebody sits; `subjects` stand in the order of the notice. */
export function mannerOf({ subjects }: Pick<SeatingCandidate, 'subjects'>, shifts: readonly SeatingShift[]): Manner {
  const [first] = shifts;
  if (!first) return 'whole';
  if (shifts.some(({ day }) => day !== first.day)) return 'parted';
  return isInOrder(subjects, shifts) ? 'whole' : 'turned';
}

export const isOneDay = (manner: Manner): boolean => manner !== 'parted';

/** One day in order, one day, several days in order, several days. */
export const RANKS = 4;
/** Rather than on a second day, one sits on a seat that is kept back and that nobody else needs. */
export const OPEN_BEFORE = 2;

/** How bad it is to sit this shift beside those one sits already: below `RANKS`. */
export function rankOf(
  { subjects }: Pick<SeatingCandidate, 'subjects'>,
  sat: readonly SeatingShift[],
  shift: SeatingShift,
): number {
  const isNewDay = sat.length > 0 && !sat.some(({ day }) => day === shift.day);
  const isTurned = sat.some((other) => !isInOrder(subjects, [other, shift]));
  return (isNewDay ? 2 : 0) + (isTurned ? 1 : 0);
}

function isInOrder(subjects: readonly string[], shifts: readonly SeatingShift[]): boolean {
  const inOrder = shifts.toSorted((a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject));
  return inOrder.every((shift, at) => {
    const before = inOrder[at - 1];
    return !before || beginOf(before) <= beginOf(shift);
  });
}

const beginOf = ({ day, startsAt }: SeatingShift): string => `${day} ${startsAt}`;
