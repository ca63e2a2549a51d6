import { type LateSeats, MOST_NAMED } from '@jikaotong/shared/contract';
import { planLate } from '@jikaotong/shared/rules/seating';
import { type Context, refuse } from '../../platform/http';
import { findParticipants } from '../participants';
import type { Session } from '../sessions';
import { tellMoved } from './move-seat';
import { partedAmong } from './preview-seats';
import { seatAt } from './seat-view';
import { noteSeated, refuseFault, seatingOf } from './seat-session';
import { addStep } from './seating.repository';
import type { Sitting } from './sitting.record';
import { insertSittings, liftChairs, reseat } from './sitting.repository';

/** What seating those who came late would do to the seats of a session; refuses as `seatPaid`. */
async function lateChange(ctx: Context, session: Session) {
  const seating = await seatingOf(ctx, session);
  const { frame, input, taken, participantOf } = seating;
  const late = planLate(input);
  if (!late.ok) return refuseFault(late.error, frame);
  const asSitting = (place: Parameters<typeof frame.sittingOf>[0]): Sitting =>
    frame.sittingOf(place, { sessionId: session.id, participantId: participantOf(place) });
  const moves = late.value.moved.map(({ from, to }) => {
    const participantId = participantOf(from);
    const before = taken.find(
      (one) =>
        one.participantId === participantId &&
        one.roomId === from.room &&
        one.seat === from.seat &&
        frame.placeOf(one, '')?.shift === from.shift,
    );
    if (!before) throw new Error(`nobody sits at ${from.room} ${from.seat}`);
    return { from: before, to: { ...asSitting(to), id: before.id } };
  });
  const movedFrom = new Set(late.value.moved.map(({ from }) => from));
  const parted = partedAmong(seating, {
    stays: input.kept.filter((place) => !movedFrom.has(place)),
    fresh: [...late.value.added, ...late.value.moved.map(({ to }) => to)],
  });
  return { ...seating, moves, added: late.value.added.map(asSitting), parted };
}

/** Whom it moves, for staff to look at before. */
export async function previewLate(ctx: Context, session: Session): Promise<LateSeats> {
  const { moves, added, parted } = await lateChange(ctx, session);
  const people = new Map(
    (
      await findParticipants(
        ctx.h,
        moves.map(({ from }) => from.participantId),
      )
    ).map((one) => [one.id, one]),
  );
  return {
    added: new Set(added.map(({ participantId }) => participantId)).size,
    parted: parted.slice(0, MOST_NAMED),
    moved: moves.map(({ from, to }) => ({
      sittingId: from.id,
      name: people.get(from.participantId)?.name ?? '',
      subject: from.subject,
      from: seatAt(from),
      to: seatAt(to),
      ticketIssued: (people.get(from.participantId)?.ticketIssuedAt ?? null) !== null,
    })),
  };
}

/** Does it, if it moves whom staff have seen; whoever is moved and holds a ticket is told. Refuses `changed-meanwhile`. */
export async function seatLate(
  ctx: Context,
  session: Session,
  { moves: seen, byAccountId }: { readonly moves: readonly string[]; readonly byAccountId: string },
): Promise<void> {
  const { moves, added, step, paid } = await lateChange(ctx, session);
  if (
    moves
      .map(({ from }) => from.id)
      .toSorted()
      .join() !== seen.toSorted().join()
  )
    refuse('changed-meanwhile');
  // up first, all of them, then down: one may come to where another sat
  const lifted = await liftChairs(
    ctx.h,
    moves.map(({ from }) => from),
  );
  for (const [at, { to }] of moves.entries()) {
    const from = lifted[at];
    if (!from || !(await reseat(ctx.h, from, to))) refuse('changed-meanwhile');
  }
  await insertSittings(ctx.h, added);
  await addStep(ctx, session.id, { step: { ...step, mayMove: true }, byAccountId });
  await noteSeated(ctx, session, { sittings: added, paid });
  for (const { from, to } of moves)
    ctx.audit('seat-moved', { sessionId: session.id }, { subject: to.subject, from: from.place, to: to.place });
  await tellMoved(
    ctx,
    moves.map(({ to }) => to),
  );
}
