/** Somebody to seat, under a pseudonym. */
export type SeatingCandidate = {
  readonly key: string;
  readonly offering: string;
  /** In the order in which the notice prints them. */
  readonly subjects: readonly string[];
  /** Whose employer or unit; candidates of one number are kept apart. Null: nobody else's. */
  readonly group: number | null;
  /** Sits on one of the seats of a room that are kept back, and nowhere else. */
  readonly reserved: boolean;
};

/** One run of a subject of an offering; `rooms` in the order in which they are filled. */
export type SeatingShift = {
  readonly id: string;
  readonly offering: string;
  readonly subject: string;
  /** Sortable: `YYYY-MM-DD`, `HH:MM`. */
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly rooms: readonly string[];
};

/** Seats are numbered from 1 row by row; the last row may be shorter. */
export type SeatingRoom = {
  readonly id: string;
  readonly seats: number;
  readonly perRow: number;
  /** Seats kept back for those who may sit nowhere else. */
  readonly reserved: readonly number[];
};

/** Who sits where in a shift. */
export type Place = {
  readonly key: string;
  readonly shift: string;
  readonly room: string;
  readonly seat: number;
};

export type SeatingInput = {
  readonly seed: string;
  readonly candidates: readonly SeatingCandidate[];
  readonly shifts: readonly SeatingShift[];
  readonly rooms: readonly SeatingRoom[];
  /** Places that stay as they are; their candidates are among `candidates`. */
  readonly kept: readonly Place[];
  /**
   * Subjects come on one day, in their order, for as many as can be. Absent: days and order count for nothing, as in the
   * files of sessions that were seated so.
   */
  readonly byDay?: boolean;
};

/** Places that are missing in a shift; `reserved`: seats that are kept back. */
export type Shortage = { readonly shift: string; readonly missing: number; readonly reserved: boolean };

export type SeatingFault = {
  readonly unplanned: readonly { readonly offering: string; readonly subject: string }[];
  readonly short: readonly Shortage[];
};

export const overlaps = (
  a: Pick<SeatingShift, 'day' | 'startsAt' | 'endsAt'>,
  b: Pick<SeatingShift, 'day' | 'startsAt' | 'endsAt'>,
): boolean => a.day === b.day && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
