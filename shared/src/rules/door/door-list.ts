import type { LocalDate, TimeOfDay } from '../../kernel';

/** Somebody who sits in one of the duty's own rooms. */
export type DoorGuest = {
  readonly sittingId: string;
  readonly roomId: string;
  readonly seat: number;
  readonly startsAt: TimeOfDay;
  readonly name: string;
  /** Null: no ticket holds, so that nobody comes in by one. */
  readonly ticketNumber: string | null;
  /** The keyed hash of the ticket that holds (see `markOf`). */
  readonly mark: string | null;
};

/** Where and when somebody sits who does not sit here. */
export type DoorPlace = {
  readonly day: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly slot: string;
  readonly siteName: string;
  readonly roomName: string;
};

/** What a phone keeps to judge tickets without a network: names of its own rooms, of all others a keyed hash and a place. */
export type DoorList = {
  readonly bodyId: string;
  readonly day: LocalDate;
  /** The papers that run at one time in these rooms. */
  readonly slot: string;
  readonly startsAt: TimeOfDay;
  /** So long after its beginning nobody is let in any more. */
  readonly graceMinutes: number;
  /** Hex; of this duty alone. */
  readonly markKey: string;
  readonly guests: readonly DoorGuest[];
  readonly places: readonly DoorPlace[];
  /** By mark, the places (by their position) of everybody else of the session, and of the own guests at other hours. */
  readonly elsewhere: Readonly<Record<string, readonly number[]>>;
  /** Marks of the session's tickets that were taken back. */
  readonly revoked: readonly string[];
};
