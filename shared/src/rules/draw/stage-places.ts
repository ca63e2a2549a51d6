import { drawnOrder, hexOf, papersOf, stationsOf } from './draw';

/** Where an entrant of a stage starts: position in the order, heat and station from 1, the paper where several are dealt. */
export type StagePlace = {
  readonly entrant: string;
  readonly position: number;
  readonly heat: number;
  readonly station: number;
  readonly paper: string | null;
};

type Dealt = { readonly stations: number; readonly papers: readonly string[] };

/** The name under which a participant stands in a public file: known to who knows the participant's id alone. */
export const pseudonymOf = ({ commitment }: { readonly commitment: string }, participantId: string): string =>
  hexOf(`${commitment}\n${participantId}`).slice(0, 16);

/** Places of a frozen list by the seed: heats filled in the drawn order, papers by a draw of their own. */
export function stagePlacesOf({
  seed,
  entrants,
  stations,
  papers,
}: Dealt & { readonly seed: string; readonly entrants: readonly string[] }): readonly StagePlace[] {
  const dealt = papersOf(drawnOrder({ seed, purpose: 'paper', entrants }), papers);
  const paperOf = new Map(dealt.map(({ entrant, paper }) => [entrant, paper]));
  const order = drawnOrder({ seed, purpose: 'order', entrants });
  return stationsOf(order, stations).map(({ entrant, heat, station }, at) => ({
    entrant,
    position: at + 1,
    heat,
    station,
    paper: paperOf.get(entrant) ?? null,
  }));
}

/**
 * The place of somebody who comes after the draw: the first that was given up, with its paper, or the next after the last,
 * with the paper that the fewest have. Nobody else moves.
 */
export function latePlace(
  taken: readonly StagePlace[],
  given: readonly StagePlace[],
  { stations, papers }: Dealt,
): Omit<StagePlace, 'entrant'> {
  const held = new Set(taken.map(({ position }) => position));
  const freed = given.filter(({ position }) => !held.has(position)).toSorted((a, b) => a.position - b.position)[0];
  if (freed) {
    const { entrant: _, ...place } = freed;
    return place;
  }
  const position = Math.max(0, ...[...taken, ...given].map((place) => place.position)) + 1;
  const heat = Math.floor((position - 1) / stations) + 1;
  const uses = (paper: string) => taken.filter((place) => place.paper === paper).length;
  const [paper = null] = papers.toSorted((a, b) => uses(a) - uses(b));
  return { position, heat, station: ((position - 1) % stations) + 1, paper };
}
