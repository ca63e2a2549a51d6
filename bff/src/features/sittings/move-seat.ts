import { pseudonymOf } from '@jikaotong/shared/rules/draw';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { overlaps } from '@jikaotong/shared/rules/seating';
import { isDuplicate } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { accountsOf } from '../candidates';
import { findParticipants } from '../participants';
import { type Session, listExamPapers, listSites } from '../sessions';
import { type SeatingFrame, seatingFrame } from './seating-input';
import { addStep, findSeating, stepsOf } from './seating.repository';
import type { Sitting } from './sitting.record';
import { findSitting, reseat, sittingsIn, sittingsOf } from './sitting.repository';
import { planUnitNews } from './unit-news.job';

export type WantedSeat = {
  readonly day: LocalDate;
  readonly startsAt: string;
  readonly roomId: string;
  readonly seat: number;
};

export const frameOf = async ({ h }: Pick<Context, 'h'>, sessionId: string): Promise<SeatingFrame> =>
  seatingFrame(await listSites(h, sessionId), await listExamPapers(h, sessionId));

/** A sitting of a session; any other does not exist. */
export const loadSitting = async ({ h }: Pick<Context, 'h'>, sessionId: string, sittingId: string): Promise<Sitting> =>
  (await findSitting(h, { id: sittingId, sessionId })) ?? refuse('not-found');

/** The seats that are free when a subject is examined, by shift and room. */
export async function freeSeatsFor(ctx: Pick<Context, 'h'>, sitting: Sitting) {
  const frame = await frameOf(ctx, sitting.sessionId);
  const taken = new Set((await sittingsIn(ctx.h, sitting.sessionId)).map(chairOf));
  return frame.shifts
    .filter(({ offering, subject }) => offering === sitting.offeringCode && subject === sitting.subject)
    .flatMap(({ id: shift, rooms }) =>
      rooms.map((room) => {
        const seats = frame.rooms.find(({ id }) => id === room)?.seats ?? 0;
        const all = Array.from({ length: seats }, (_, at) =>
          frame.sittingOf({ key: '', shift, room, seat: at + 1 }, sitting),
        );
        const free = all.filter((one) => !taken.has(chairOf(one)));
        return { of: all[0], free: free.map(({ seat }) => seat) };
      }),
    );
}

const chairOf = ({ roomId, slot, seat }: Pick<Sitting, 'roomId' | 'slot' | 'seat'>): string =>
  `${roomId} ${slot} ${seat}`;

/**
 * Moves somebody of a locked session to another seat. The database refuses a seat that is taken, and a move of who was
 * moved meanwhile. Refuses `wrong-state`, `day-over`, `seat-unfit`, `changed-meanwhile`.
 */
export async function moveSeat(
  ctx: Context,
  session: Session,
  wanted: WantedSeat & { readonly sittingId: string; readonly reason: string; readonly byAccountId: string },
): Promise<void> {
  const from = await loadSitting(ctx, session.id, wanted.sittingId);
  if (from.state !== 'planned') refuse('wrong-state', { state: from.state });
  if (from.day < ctx.now.day || wanted.day < ctx.now.day) refuse('day-over', { of: 'seat' });
  const frame = await frameOf(ctx, session.id);
  const to = await fittingSeat(ctx, { frame, from, wanted });
  const isMoved = await reseat(ctx.h, from, to).catch((error: unknown) => {
    if (isDuplicate(error, 'uq_sitting_seat')) return refuse('seat-unfit', { reason: 'taken' });
    throw error;
  });
  if (!isMoved) refuse('changed-meanwhile');
  await noteMoves(ctx, session.id, { frame, moves: [{ from, to }], by: wanted });
  await tellMoved(ctx, [to]);
}

/** The sitting as it would be; refuses `seat-unfit`. */
async function fittingSeat(
  ctx: Context,
  { frame, from, wanted }: { frame: SeatingFrame; from: Sitting; wanted: WantedSeat },
): Promise<Sitting> {
  const { roomId, seat, day, startsAt } = wanted;
  const place = frame.placeOf({ ...from, day, startsAt, roomId, seat }, '');
  const room = frame.rooms.find(({ id }) => id === roomId);
  if (!place || !room || seat > room.seats) return refuse('seat-unfit', { reason: 'unknown' });
  const to = { ...frame.sittingOf(place, from), id: from.id };
  if (chairOf(to) === chairOf(from) && to.startsAt === from.startsAt) refuse('seat-unfit', { reason: 'same' });
  const others = (await sittingsOf(ctx.h, [from.participantId])).filter(({ id }) => id !== from.id);
  if (others.some((other) => overlaps(other, to))) refuse('seat-unfit', { reason: 'overlap' });
  return to;
}

/** The public file and the audit go on with the moves. */
export async function noteMoves(
  ctx: Context,
  sessionId: string,
  given: {
    readonly frame: SeatingFrame;
    readonly moves: readonly { readonly from: Sitting; readonly to: Sitting }[];
    readonly by: { readonly reason: string; readonly byAccountId: string };
  },
): Promise<void> {
  const { frame, moves, by } = given;
  const seating = await findSeating(ctx.h, sessionId);
  // seats that were given before steps were kept cannot be dealt again
  if (seating && (await stepsOf(ctx.h, sessionId)).length > 0) {
    const placeOf = (sitting: Sitting) =>
      frame.placeOf(sitting, pseudonymOf(seating, sitting.participantId)) ??
      refuse('seat-unfit', { reason: 'unknown' });
    const step = {
      kind: 'moved' as const,
      moves: moves.map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) })),
    };
    const { reason, byAccountId } = by;
    await addStep(ctx, sessionId, { step, byAccountId, reason });
  }
  for (const { from, to } of moves)
    ctx.audit('seat-moved', { sessionId }, { from: inWords(from), to: inWords(to), subject: to.subject });
}

const inWords = ({ day, startsAt, siteName, roomName, seat }: Sitting): string =>
  `${day} ${startsAt} ${siteName} ${roomName} ${seat}`;

/** Tells whoever holds a ticket already of the new seat. */
export async function tellMoved(ctx: Context, sittings: readonly Sitting[]): Promise<void> {
  const participants = await findParticipants(
    ctx.h,
    sittings.map(({ participantId }) => participantId),
  );
  const ticketed = new Map(
    participants.filter(({ ticketIssuedAt }) => ticketIssuedAt !== null).map((one) => [one.id, one.candidateId]),
  );
  const accounts = await accountsOf(ctx.h, [...ticketed.values()]);
  const ofStage = participants.some(({ kind }) => kind === 'entry');
  const [first] = participants;
  if (first && ofStage) await planUnitNews(ctx, first.eventId, [...ticketed.keys()]);
  for (const { participantId, subject, day, startsAt, siteName, address, roomName, seat } of sittings) {
    const candidateId = ticketed.get(participantId);
    if (candidateId === undefined) continue;
    const accountId = accounts.get(candidateId) ?? null;
    const data = { subject, examOn: day, startsAt, siteName, address, roomName, seat, ...(ofStage && { ofStage: 1 }) };
    await tellAccount(ctx, { accountId, candidateId, code: 'seat-moved', data });
  }
}
