import type { SeatingRoom } from './seating-input';

/** Which seats of a room are beside which: left, right, in front and behind. */
export function grid({ seats, perRow }: Pick<SeatingRoom, 'seats' | 'perRow'>): {
  readonly beside: (seat: number) => readonly number[];
  /** 0 or 1: neighbours never have the same. */
  readonly colour: (seat: number) => number;
} {
  const column = (seat: number) => (seat - 1) % perRow;
  const neighbours = Array.from({ length: seats + 1 }, (_, seat) =>
    seat === 0
      ? []
      : [
          ...(column(seat) > 0 ? [seat - 1] : []),
          ...(column(seat) < perRow - 1 && seat < seats ? [seat + 1] : []),
          ...(seat > perRow ? [seat - perRow] : []),
          ...(seat + perRow <= seats ? [seat + perRow] : []),
        ],
  );
  return {
    beside: (seat) => neighbours[seat] ?? [],
    colour: (seat) => (Math.floor((seat - 1) / perRow) + column(seat)) % 2,
  };
}
