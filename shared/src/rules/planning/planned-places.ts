import type { LocalDate, TimeOfDay } from '../../kernel';
import type { SubjectCode } from '../../notice';

/** What a room is fitted with; a paper may ask for one of them. */
export const ROOM_KINDS = ['desks', 'computers', 'stations'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** Seats are numbered row by row; without `perRow` they stand in one row, without `kind` at desks. */
export type PlannedRoom = {
  readonly name: string;
  readonly seats: number;
  readonly perRow?: number | undefined;
  readonly kind?: RoomKind | undefined;
  /** Seats that can be reached without a step, kept back for who needs one. */
  readonly accessible?: readonly number[] | undefined;
};

export type PlannedSite<R extends PlannedRoom = PlannedRoom> = {
  readonly name: string;
  readonly rooms: readonly R[];
};

/** One shift of a subject of an offering; several make candidates come in turns. */
export type PlannedPaper = {
  readonly offeringCode: string;
  readonly subject: SubjectCode;
  readonly day: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
  readonly siteName: string;
  /** Only rooms of this kind; absent: any. */
  readonly kind?: RoomKind | undefined;
  /** The hours are cut into so many rounds of equal length, each with all places again. */
  readonly rounds?: number | undefined;
  /** Where whoever finds no place at the site sits. */
  readonly overflowSiteName?: string | undefined;
};

export type PlannedPlaces<P extends PlannedPaper = PlannedPaper, R extends PlannedRoom = PlannedRoom> = {
  readonly sites: readonly PlannedSite<R>[];
  readonly papers: readonly P[];
};
