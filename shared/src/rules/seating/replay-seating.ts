import { planLate } from './plan-late';
import { planSeating } from './plan-seating';
import type { Place, SeatingCandidate, SeatingRoom, SeatingShift } from './seating-input';

/** What happened to the seats of a session, one after another; with the seed it gives every place again. */
export type SeatingStep =
  | {
      readonly kind: 'drawn';
      readonly shifts: readonly SeatingShift[];
      readonly rooms: readonly SeatingRoom[];
      /** Who came, or changed, since the step before. */
      readonly candidates: readonly SeatingCandidate[];
      /** Places that were given before steps were kept. */
      readonly stood: readonly Place[];
      /** Whether others could be moved for who came late. */
      readonly mayMove: boolean;
      /** Absent in steps that were taken while days and order counted for nothing. */
      readonly byDay?: boolean;
    }
  /** Candidates gave their places up. */
  | { readonly kind: 'left'; readonly keys: readonly string[] }
  /** Staff gave somebody another seat, or two each other's. */
  | { readonly kind: 'moved'; readonly moves: readonly { readonly from: Place; readonly to: Place }[] };

/** Every place after these steps; throws where a draw did not have places enough. */
export function replaySeating(seed: string, steps: readonly SeatingStep[]): readonly Place[] {
  let places: readonly Place[] = [];
  const before: SeatingStep[] = [];
  for (const step of steps) {
    before.push(step);
    places = placesAfter(step, { places, seed, candidates: () => [...candidatesAfter(before).values()] });
  }
  return places;
}

function placesAfter(
  step: SeatingStep,
  { places, seed, candidates }: { places: readonly Place[]; seed: string; candidates: () => SeatingCandidate[] },
): readonly Place[] {
  switch (step.kind) {
    case 'left': {
      const gone = new Set(step.keys);
      return places.filter(({ key }) => !gone.has(key));
    }
    case 'moved':
      return withMoves(places, step.moves);
    case 'drawn': {
      const { shifts, rooms, stood, mayMove, byDay = false } = step;
      const input = { seed, candidates: candidates(), shifts, rooms, kept: [...places, ...stood], byDay };
      if (!mayMove) {
        const plan = planSeating(input);
        if (!plan.ok) throw new Error('places are missing');
        return [...input.kept, ...plan.value];
      }
      const late = planLate(input);
      if (!late.ok) throw new Error('places are missing');
      return [...withMoves(input.kept, late.value.moved), ...late.value.added];
    }
  }
}

/** These places with the moves done. */
export function withMoves(
  places: readonly Place[],
  moves: readonly { readonly from: Place; readonly to: Place }[],
): readonly Place[] {
  const gone = new Set(moves.map(({ from }) => inWords(from)));
  return [...places.filter((place) => !gone.has(inWords(place))), ...moves.map(({ to }) => to)];
}

const inWords = ({ key, shift, room, seat }: Place): string => [key, shift, room, seat].join('\n');

/** Who is to have places after these steps, by key. */
export function candidatesAfter(steps: readonly SeatingStep[]): Map<string, SeatingCandidate> {
  const candidates = new Map<string, SeatingCandidate>();
  for (const step of steps) {
    if (step.kind === 'drawn') for (const one of step.candidates) candidates.set(one.key, one);
    if (step.kind === 'left') for (const key of step.keys) candidates.delete(key);
  }
  return candidates;
}
