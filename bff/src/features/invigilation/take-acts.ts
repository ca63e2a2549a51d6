import type { DoorConflict } from '@jikaotong/shared/contract';
import { type DoorAct, graceEndsMs } from '@jikaotong/shared/rules/door';
import type { SendOutcome } from '@jikaotong/shared/rules/sending';
import type { Context } from '../../platform/http';
import type { Attendance, Duty, StoredAct } from './invigilation.record';
import { confirmMarked, noteFirst, standingOf, turn, undo } from './attendance.repository';
import { addActs, hasWarning, outcomesOf } from './door-act.repository';
import { type Seated, seatedIn } from './room-hours.repository';
import { recordsOf } from './room-record.repository';
import { takePaper } from './take-paper';

/** What became of one act; a paper list brings a line for each seat that does not agree. */
type Result = { readonly outcome: SendOutcome; readonly reason: DoorConflict | null };
const DONE: Result = { outcome: 'done', reason: null };
const SAME: Result = { outcome: 'same', reason: null };
const conflict = (reason: DoorConflict): Result => ({ outcome: 'conflict', reason });

export type TakenAct = DoorAct & { readonly pictureFileId: string | null };

/** What came that is no act as we know them; an officer reads it as it stands. */
export type Unreadable = { readonly nonce: string; readonly [key: string]: unknown };

type Door = {
  readonly ctx: Context;
  readonly duty: Duty;
  readonly seats: readonly Seated[];
  readonly accountId: string;
  readonly graceMinutes: number;
  /** Turns an instant of the phone into ours. */
  readonly momentOf: (phoneMs: number) => number;
  /** Printed items that count only after a warning. */
  readonly needsWarning: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  /** Rooms whose record is signed. */
  readonly closed: ReadonlySet<string>;
};

/**
 * Takes what a phone recorded, under the lock of its duty. What came before is known by its nonce and changes nothing;
 * what cannot count is kept all the same, for an officer to decide.
 */
export async function takeActs(
  ctx: Context,
  given: Omit<Door, 'ctx' | 'seats' | 'closed'> & { readonly acts: readonly TakenAct[] },
): Promise<void> {
  const { acts, ...rest } = given;
  const known = await outcomesOf(ctx.h, rest.duty.id, acts);
  const records = await recordsOf(ctx.h, rest.duty.sessionId, rest.duty.slot);
  const closed = new Set(records.filter(({ closedAt }) => closedAt !== null).map(({ roomId }) => roomId));
  const door: Door = { ...rest, ctx, closed, seats: await seatedIn(ctx.h, rest.duty) };
  const taken = new Set(known.keys());
  for (const act of acts) {
    if (taken.has(act.nonce)) continue;
    taken.add(act.nonce);
    await addActs(ctx, await judged(door, act));
  }
}

/** What is written of an act: itself, and a line for each seat where a paper list and the scans disagree. */
async function judged(door: Door, act: TakenAct): Promise<readonly (Partial<StoredAct> & BaseAct)[]> {
  const base = baseOf(door, act);
  const row = (result: Result, more: Partial<StoredAct> = {}) => ({ ...base, ...result, ...more });
  // what a phone that lost its duty still held is for the officer
  if (door.duty.state !== 'open') return [row(conflict('not-of-this-duty'))];
  // the record is signed: what comes after it does not change it in silence
  if (base.roomId && door.closed.has(base.roomId)) return [row(conflict('room-closed'))];
  switch (act.kind) {
    case 'check-in':
      return [row(await checkIn(door, act, base.at))];
    case 'undo':
      return [row(await takeBack(door, act, base.at))];
    case 'paper': {
      if (!door.duty.roomIds.includes(act.roomId)) return [row(conflict('not-of-this-duty'))];
      const { duty, accountId } = door;
      const of = { sessionId: duty.sessionId, dutyId: duty.id, byAccountId: accountId, at: base.at };
      const latest = (seat: Seated) => graceEndsMs({ day: duty.day, graceMinutes: door.graceMinutes }, seat);
      const room = door.seats.filter(({ roomId }) => roomId === act.roomId);
      const { lines } = await takePaper(door.ctx, { room, of, latest, absentSeats: act.absentSeats });
      return [
        row(DONE),
        ...lines.map(({ reason, seat, sitting }) =>
          row(conflict(reason), {
            nonce: `${act.nonce}:${seat}`,
            sittingId: sitting?.id ?? null,
            participantId: sitting?.participantId ?? null,
          }),
        ),
      ];
    }
    case 'warning':
    case 'breach':
      return [row(await judgeBreach(door, act))];
    case 'impostor':
    case 'incident':
      return [row(door.duty.roomIds.includes(act.roomId) ? DONE : conflict('not-of-this-duty'))];
  }
}

export type BaseAct = Pick<
  StoredAct,
  'nonce' | 'kind' | 'at' | 'dutyId' | 'sessionId' | 'bodyId' | 'slot' | 'byAccountId'
> & {
  readonly said: { readonly words: string | null; readonly witness: string | null };
};

function baseOf({ duty, accountId, momentOf, seats }: Door, act: TakenAct): BaseAct & Partial<StoredAct> {
  const sittingId = 'sittingId' in act ? act.sittingId : null;
  const seat = seats.find(({ id }) => id === sittingId);
  return {
    nonce: act.nonce,
    kind: act.kind,
    at: momentOf(act.atMs),
    dutyId: duty.id,
    sessionId: duty.sessionId,
    bodyId: duty.bodyId,
    slot: duty.slot,
    byAccountId: accountId,
    way: act.kind === 'check-in' ? act.way : act.kind === 'paper' ? 'paper' : null,
    roomId: 'roomId' in act ? act.roomId : (seat?.roomId ?? null),
    sittingId: seat?.id ?? null,
    participantId: seat?.participantId ?? null,
    item: 'item' in act ? act.item : null,
    pictureFileId: act.pictureFileId,
    said: {
      words: 'words' in act && act.words !== '' ? act.words : null,
      witness: 'witness' in act && act.witness !== '' ? act.witness : null,
    },
  };
}

const seatOf = ({ seats }: Door, sittingId: string): Seated | undefined => seats.find(({ id }) => id === sittingId);

const notedOf = ({ duty, accountId }: Door, seat: Seated, of: Pick<Attendance, 'state' | 'way' | 'at'>) => ({
  ...of,
  sessionId: duty.sessionId,
  participantId: seat.participantId,
  sittingId: seat.id,
  dutyId: duty.id,
  byAccountId: accountId,
});

async function checkIn(door: Door, act: TakenAct & { kind: 'check-in' }, at: number): Promise<Result> {
  const seat = seatOf(door, act.sittingId);
  if (!seat) return conflict('not-of-this-duty');
  if (at > graceEndsMs({ day: door.duty.day, graceMinutes: door.graceMinutes }, seat)) return conflict('too-late');
  const noted = notedOf(door, seat, { state: 'present', way: act.way, at });
  if (await noteFirst(door.ctx.h, noted)) return DONE;
  const { state, live } = await standingOf(door.ctx.h, seat.id);
  // the marks came first: now we know by the door, too
  if (live === null) return (await confirmMarked(door.ctx.h, noted, state)) ? DONE : conflict('marked');
  // the paper list said so already: now we know when
  if (live.state === 'present') return live.way === 'paper' ? SAME : conflict('already-in');
  // nobody had heard of them when the grace time was over
  if (live.way === 'grace' && (await turn(door.ctx.h, noted, whyOf(door, '补传签到')))) return DONE;
  return conflict('scanned-and-absent');
}

async function takeBack(door: Door, act: TakenAct & { kind: 'undo' }, at: number): Promise<Result> {
  const seat = seatOf(door, act.sittingId);
  if (!seat) return conflict('not-of-this-duty');
  const of = { sittingId: seat.id, state: 'present', byAccountId: door.accountId, at } as const;
  if (await undo(door.ctx.h, of, whyOf(door, act.words))) return DONE;
  const { live } = await standingOf(door.ctx.h, seat.id);
  return conflict(live?.state === 'present' ? 'marked' : 'not-in');
}

const whyOf = ({ ctx }: Door, reason: string) => ({ crypto: ctx.ports.crypto, reason });

async function judgeBreach(door: Door, act: TakenAct & { kind: 'warning' | 'breach' }): Promise<Result> {
  if (!seatOf(door, act.sittingId) || !door.items.has(act.item)) return conflict('not-of-this-duty');
  if (act.kind === 'warning' || !door.needsWarning.has(act.item)) return DONE;
  return (await hasWarning(door.ctx.h, act.sittingId, act.item)) ? DONE : conflict('not-warned');
}

const MOST_SHOWN = 500;

/** Keeps what cannot be read, so that it stands in nobody's way and is not lost either. */
export async function keepUnreadable(
  ctx: Context,
  { duty, accountId }: Pick<Door, 'duty' | 'accountId'>,
  found: readonly Unreadable[],
): Promise<void> {
  const seats = found.length === 0 ? [] : await seatedIn(ctx.h, duty);
  await addActs(
    ctx,
    found.map(({ nonce, ...rest }) => {
      const shown = { ...rest, ...('picture' in rest && { picture: '…' }) };
      const seat = seats.find(({ id }) => id === rest['sittingId']);
      return {
        nonce,
        kind: 'unreadable' as const,
        at: ctx.now.ms,
        dutyId: duty.id,
        sessionId: duty.sessionId,
        bodyId: duty.bodyId,
        slot: duty.slot,
        byAccountId: accountId,
        roomId: seat?.roomId ?? null,
        sittingId: seat?.id ?? null,
        participantId: seat?.participantId ?? null,
        ...conflict('unreadable'),
        said: { words: JSON.stringify(shown).slice(0, MOST_SHOWN), witness: null },
      };
    }),
  );
}
