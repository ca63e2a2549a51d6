import type { DoorGuest } from './door-list';
import { mergePaper } from './paper';

/** How somebody was let in: by the signed code, found by name or number and photo, or from the paper list. */
export const CHECK_IN_WAYS = ['scan', 'name', 'paper'] as const;
export type CheckInWay = (typeof CHECK_IN_WAYS)[number];

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

/** What the server made of an act. */
export const DOOR_OUTCOMES = ['done', 'same', 'conflict'] as const;
export type DoorOutcome = (typeof DOOR_OUTCOMES)[number];
export type DoorAnswer = { readonly nonce: string; readonly outcome: DoorOutcome };

/** Where somebody stands, by the clock of the server. */
export type Standing = { readonly state: 'present' | 'absent'; readonly atMs: number };
export type Told = Standing & { readonly sittingId: string };

/** What a phone keeps beside its list: what waits to be sent, and what the server said last. */
export type DoorQueue = {
  readonly waiting: readonly DoorAct[];
  readonly told: readonly Told[];
  /** Acts that did not count, for the officer to decide. */
  readonly conflicts: number;
  /** What this phone kept and cannot read any more, such as after an update: sent as it stands, in nobody's way. */
  readonly unread: readonly Unread[];
};
export type Unread = { readonly nonce: string; readonly [key: string]: unknown };

export const EMPTY_QUEUE: DoorQueue = { waiting: [], told: [], conflicts: 0, unread: [] };

/** One more act; written to the phone before anybody is told that it is recorded. */
export const addAct = (queue: DoorQueue, act: DoorAct): DoorQueue =>
  queue.waiting.some(({ nonce }) => nonce === act.nonce) ? queue : { ...queue, waiting: [...queue.waiting, act] };

/** So many go at once; one with a picture goes alone. */
export const MOST_AT_ONCE = 50;

/** What to send next, the oldest first. */
export function nextBatch({ waiting, unread }: DoorQueue): readonly (DoorAct | Unread)[] {
  const [first] = waiting;
  if (first && hasPicture(first)) return [first];
  const pictured = waiting.findIndex(hasPicture);
  const batch = waiting.slice(0, Math.min(MOST_AT_ONCE, pictured < 0 ? MOST_AT_ONCE : pictured));
  return [...batch, ...unread.slice(0, MOST_AT_ONCE - batch.length)];
}

/** So much still has to be sent. */
export const countWaiting = ({ waiting, unread }: DoorQueue): number => waiting.length + unread.length;

const hasPicture = (act: DoorAct): boolean => 'picture' in act && act.picture !== null;

/** The server has these acts: they wait no more. What was added meanwhile, or was never answered, stays. */
export function takeAnswers(
  queue: DoorQueue,
  { answers, told }: { readonly answers: readonly DoorAnswer[]; readonly told: readonly Told[] },
): DoorQueue {
  const outcomes = new Map(answers.map(({ nonce, outcome }) => [nonce, outcome]));
  const settled = [...queue.waiting, ...queue.unread].filter(({ nonce }) => outcomes.has(nonce));
  return {
    waiting: queue.waiting.filter(({ nonce }) => !outcomes.has(nonce)),
    unread: queue.unread.filter(({ nonce }) => !outcomes.has(nonce)),
    told,
    conflicts: queue.conflicts + settled.filter(({ nonce }) => outcomes.get(nonce) === 'conflict').length,
  };
}

/** Who is in and who is not, as this phone knows: what the server said, and over it what waits. */
export function standings(
  { told, waiting }: DoorQueue,
  guests: readonly DoorGuest[],
  offsetMs: number,
): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>(told.map(({ sittingId, state, atMs }) => [sittingId, { state, atMs }]));
  for (const act of waiting) {
    const atMs = act.atMs + offsetMs;
    if (act.kind === 'check-in' && found.get(act.sittingId)?.state !== 'present')
      found.set(act.sittingId, { state: 'present', atMs });
    else if (act.kind === 'undo') found.delete(act.sittingId);
    else if (act.kind === 'paper') {
      const seats = guests.filter(({ roomId }) => roomId === act.roomId);
      const { present, absent } = mergePaper(
        seats.map(({ sittingId, seat }) => ({ sittingId, seat, state: found.get(sittingId)?.state ?? 'planned' })),
        act.absentSeats,
      );
      for (const sittingId of present) found.set(sittingId, { state: 'present', atMs });
      for (const sittingId of absent) found.set(sittingId, { state: 'absent', atMs });
    }
  }
  return found;
}

/** What a phone kept, told apart: acts as they are known now, and what is none and goes as it stands, under a nonce. */
export function sortOut(
  kept: readonly unknown[],
  read: (act: unknown) => DoorAct | null,
): Pick<DoorQueue, 'waiting' | 'unread'> {
  const waiting: DoorAct[] = [];
  const unread: Unread[] = [];
  for (const [at, one] of kept.entries()) {
    const act = read(one);
    if (act) waiting.push(act);
    else unread.push({ ...(typeof one === 'object' ? one : { said: one }), nonce: nonceIn(one) ?? `unread-${at}` });
  }
  return { waiting, unread };
}

const nonceIn = (one: unknown): string | null => {
  const nonce: unknown = typeof one === 'object' && one !== null && 'nonce' in one ? one.nonce : null;
  return typeof nonce === 'string' && /^[0-9A-Za-z-]{8,40}$/.test(nonce) ? nonce : null;
};
