import { EMPTY_QUEUE as EMPTY, type SendQueue } from '../sending';
import type { DoorGuest } from './door-list';
import { mergePaper, stateAgainstPaper } from './paper';

/** How somebody was let in: by the signed code, found by name or number and photo, or from the paper list. */
export const CHECK_IN_WAYS = ['scan', 'name', 'paper'] as const;
export type CheckInWay = (typeof CHECK_IN_WAYS)[number];

/** How the door came to know that somebody came, or did not: also by its clock, or by an officer. */
export const ATTENDANCE_WAYS = [...CHECK_IN_WAYS, 'grace', 'officer'] as const;
export type AttendanceWay = (typeof ATTENDANCE_WAYS)[number];

/** What an invigilator records; kept on the phone until the server has said that it has it. */
export type DoorAct = {
  /** Nobody else's and never again: what comes twice is taken once. */
  readonly nonce: string;
  /** By the clock of the phone, whatever it says. */
  readonly atMs: number;
} & (
  | { readonly kind: 'check-in'; readonly sittingId: string; readonly way: 'scan' | 'name' }
  | { readonly kind: 'undo'; readonly sittingId: string; readonly words: string }
  /** The whole room from the signed paper list: everybody came but these seats. */
  | { readonly kind: 'paper'; readonly roomId: string; readonly absentSeats: number[] }
  | {
      readonly kind: 'warning' | 'breach';
      readonly sittingId: string;
      /** The code of the printed item. */
      readonly item: string;
      readonly witness: string;
      readonly words: string;
    }
  /** Somebody who came in the place of the candidate of a seat, or whom no list knows. */
  | {
      readonly kind: 'impostor';
      readonly roomId: string;
      readonly sittingId: string | null;
      readonly words: string;
      readonly picture: string | null;
    }
  | { readonly kind: 'incident'; readonly roomId: string; readonly words: string; readonly picture: string | null }
);
export type DoorActKind = DoorAct['kind'];

/** Where somebody stands, by the clock of the server. */
export type Standing = {
  readonly state: 'present' | 'absent';
  readonly atMs: number;
  /** Unknown to a list of before. */
  readonly way?: AttendanceWay | undefined;
};
export type Told = Standing & { readonly sittingId: string };

/** What a phone keeps beside its list. */
export type DoorQueue = SendQueue<DoorAct, Told>;
export const EMPTY_QUEUE: DoorQueue = EMPTY;

/** Who is in and who is not, as this phone knows: what the server said, and over it what waits. */
export function standings(
  { told, waiting }: DoorQueue,
  guests: readonly DoorGuest[],
  offsetMs: number,
): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>(told.map(({ sittingId, ...one }) => [sittingId, one]));
  for (const act of waiting) {
    const atMs = act.atMs + offsetMs;
    if (act.kind === 'check-in' && found.get(act.sittingId)?.state !== 'present')
      found.set(act.sittingId, { state: 'present', atMs, way: act.way });
    else if (act.kind === 'undo') found.delete(act.sittingId);
    else if (act.kind === 'paper') {
      const seats = guests.filter(({ roomId }) => roomId === act.roomId);
      const { present, absent } = mergePaper(
        seats.map(({ sittingId, seat }) => ({ sittingId, seat, state: stateAgainstPaper(found.get(sittingId)) })),
        act.absentSeats,
      );
      for (const sittingId of present) found.set(sittingId, { state: 'present', atMs, way: 'paper' });
      for (const sittingId of absent) found.set(sittingId, { state: 'absent', atMs, way: 'paper' });
    }
  }
  return found;
}
