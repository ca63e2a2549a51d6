/** A seat of a room and whether somebody came to it, as far as scans know. */
export type PaperSeat = {
  readonly sittingId: string;
  readonly seat: number;
  readonly state: 'planned' | 'present' | 'absent' | 'void';
};

/** How somebody stands against a paper: an absence that only the clock noted gives way to it. */
export const stateAgainstPaper = (
  standing: { readonly state: 'present' | 'absent'; readonly way?: string | undefined } | undefined,
): PaperSeat['state'] =>
  standing === undefined || (standing.state === 'absent' && standing.way === 'grace') ? 'planned' : standing.state;

export type MergedPaper = {
  /** New to us: to be recorded. */
  readonly present: readonly string[];
  readonly absent: readonly string[];
  /** Scanned, and absent on paper: somebody has to look. */
  readonly conflicts: readonly string[];
  /** Seats on paper where nobody sits. */
  readonly unknownSeats: readonly number[];
};

/** Merges the signed paper list of a room with what was scanned: a scan stands until somebody decides. */
export function mergePaper(seats: readonly PaperSeat[], absentSeats: readonly number[]): MergedPaper {
  const onPaper = new Set(absentSeats);
  const taken = seats.filter(({ state }) => state !== 'void');
  const idsOf = (rows: readonly PaperSeat[]) => rows.map(({ sittingId }) => sittingId);
  return {
    present: idsOf(taken.filter(({ seat, state }) => !onPaper.has(seat) && state !== 'present')),
    absent: idsOf(taken.filter(({ seat, state }) => onPaper.has(seat) && state === 'planned')),
    conflicts: idsOf(taken.filter(({ seat, state }) => onPaper.has(seat) && state === 'present')),
    unknownSeats: [...onPaper].filter((seat) => !taken.some((one) => one.seat === seat)).toSorted((a, b) => a - b),
  };
}

/** The seats in what somebody typed, such as `4、17`, `4 17号` or `17-30`; null: something else stands there. */
export function readSeats(text: string): readonly number[] | null {
  const parts = text
    .normalize('NFKC')
    .replaceAll('号', ' ')
    .replace(/\s*[-–—~至到]\s*/gu, '-')
    .split(/[\s,、;。.和及]+/u)
    .filter((part) => part !== '');
  const read = parts.map(seatsOf);
  if (read.includes(null)) return null;
  return [...new Set(read.flatMap((seats) => seats ?? []))].toSorted((a, b) => a - b);
}

/** One seat, or all from one to another; no room has more than `MOST_SEATS`. */
function seatsOf(part: string): readonly number[] | null {
  const ends = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part);
  if (!ends) return null;
  const [from, to] = [Number(ends[1]), Number(ends[2] ?? ends[1])];
  return to < from || to - from >= MOST_SEATS ? null : Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
const MOST_SEATS = 2000;
