import { type AttendanceView, attendance as contract } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import { withinWindow } from '@jikaotong/shared/rules/progress';
import { type Actor, type Context, type Route, bodiesOf, command, query, refuse } from '../../platform/http';
import { findHandedIn, findOwnApplication } from '../applications';
import { findParticipants } from '../participants';
import { findExamDay, findSession, lockExamDay, windowsFor } from '../sessions';
import { findAnySitting, ownPlace, sittingsOf, staffExamDay, ticketsOf } from '../sittings';
import { findStage } from '../stages';
import { attendanceDecided } from './attendance-events';
import { isOut, liveOfParticipant } from './attendance.repository';
import { differingIn } from './differing.repository';
import { addObjection, objectedOf } from './objection.repository';
import { stand } from './stand';

type Asked = Context & { readonly actor: Actor };

type AtDoors = { readonly participantId: string; readonly candidateId: string };

/** Oneself as the doors know one: by one's application, or of a stage by one's place in it. */
async function ownAtDoors(ctx: Asked, id: string): Promise<AtDoors> {
  const own = await findOwnApplication(ctx.h, ctx.actor.accountId, id);
  if (own) return { participantId: own.participantId, candidateId: own.id };
  const place = await ownPlace(ctx, id);
  return { participantId: place.id, candidateId: place.candidateId };
}

/** What the doors noted, by the order of the papers. */
async function presentAttendance(ctx: Context, { participantId, candidateId }: AtDoors): Promise<AttendanceView> {
  const { h } = ctx;
  const live = new Map((await liveOfParticipant(h, participantId)).map((one) => [one.sittingId, one]));
  const objected = await objectedOf(h, participantId);
  const sittings = await sittingsOf(h, [participantId]);
  const objection = await objectionOf(ctx, sittings[0]);
  return {
    objection,
    ...(objection === 'protest' && { entryId: candidateId }),
    items: sittings.flatMap(({ id, subject, day, startsAt }) => {
      const noted = live.get(id);
      if (!noted) return [];
      const { state, at, way } = noted;
      return [{ subject, day, startsAt: timeOfDay(startsAt), state, at, way, objected: objected.has(id) }];
    }),
  };
}

/** Where an objection goes now: results that are out are corrected by a score review alone, ranks that are out by a protest. */
async function objectionOf(
  { h, now }: Context,
  sitting: Awaited<ReturnType<typeof findAnySitting>> | undefined,
): Promise<AttendanceView['objection']> {
  const stage = sitting && (await findStage(h, sitting.sessionId));
  if (stage) return (stage.desk?.revision ?? 0) > 0 ? 'protest' : 'open';
  if (!sitting || !(await isOut(h, sitting.id))) return 'open';
  const session = await findSession(h, sitting.sessionId);
  const isClosed = !session || withinWindow(windowsFor(session, sitting.offeringCode), 'review', now.day) !== null;
  return isClosed ? 'closed' : 'review';
}

const getAttendance = query(contract.getAttendance, async (ctx) =>
  presentAttendance(ctx, await ownAtDoors(ctx, ctx.input.params.id)),
);

const getAttendanceOf = query(contract.getAttendanceOf, async (ctx) => {
  const bodyIds = bodiesOf(ctx.actor, contract.getAttendanceOf.who);
  const found = (await findHandedIn(ctx.h, bodyIds, ctx.input.params.id)) ?? refuse('not-found');
  const view = await presentAttendance(ctx, { participantId: found.participantId, candidateId: found.id });
  const noted = new Set(view.items.map(({ subject }) => subject));
  const presumed = (await sittingsOf(ctx.h, [found.participantId])).flatMap(({ subject, day, startsAt, state }) =>
    (state === 'present' || state === 'absent') && !noted.has(subject)
      ? [{ subject, day, startsAt: timeOfDay(startsAt), state }]
      : [],
  );
  return { ...view, presumed };
});

const objectToAttendance = command(contract.objectToAttendance, {
  handle: async (ctx) => {
    const { participantId, candidateId } = await ownAtDoors(ctx, ctx.input.params.id);
    const { subject, words } = ctx.input.body;
    const sitting = (await sittingsOf(ctx.h, [participantId])).find((one) => one.subject === subject);
    const live = (await liveOfParticipant(ctx.h, participantId)).find(({ sittingId }) => sittingId === sitting?.id);
    // results that come out at the same time wait for it, or are waited for
    const session = sitting && (await lockExamDay(ctx.h, sitting.sessionId));
    if (!sitting || !live || !session) return refuse('wrong-state');
    const objection = await objectionOf(ctx, sitting);
    if (objection !== 'open') refuse('wrong-state', { state: `attendance-${objection}` });
    await addObjection(ctx.h, ctx.ports.crypto, {
      bodyId: session.bodyId,
      sessionId: session.id,
      slot: sitting.slot,
      participantId,
      sittingId: sitting.id,
      askedAt: ctx.now.ms,
      words,
    });
    ctx.audit('attendance-objected', { applicationId: candidateId, sessionId: session.id }, { subject });
    return { id: ctx.input.params.id };
  },
  present: async (ctx, id) => presentAttendance(ctx, await ownAtDoors(ctx, id)),
});

const setAttendance = command(contract.setAttendance, {
  handle: async (ctx) => {
    const sitting = (await findAnySitting(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
    const session = await findExamDay(ctx.h, sitting.sessionId);
    if (!session || !bodiesOf(ctx.actor, contract.setAttendance.who).includes(session.bodyId))
      return refuse('not-found');
    const { as, reason } = ctx.input.body;
    const { sessionId, participantId } = sitting;
    await lockExamDay(ctx.h, sessionId);
    const of = { sessionId, participantId, sittingId: sitting.id, at: ctx.now.ms, dutyId: null };
    await stand(ctx, session.bodyId, { of, as, accountId: ctx.actor.accountId, reason });
    ctx.audit('attendance-corrected', { sessionId: session.id, bodyId: session.bodyId }, { as });
    await ctx.emit(attendanceDecided({ sessionId, participantId }));
    return { id: sitting.id };
  },
  present: () => Promise.resolve({ done: true as const }),
});

const listDiffering = query(contract.listDiffering, async (ctx) => {
  const session = await staffExamDay(ctx, contract.listDiffering.who);
  const differing = await differingIn(ctx.h, session.id);
  const ids = differing.map(({ participantId }) => participantId);
  const names = new Map((await findParticipants(ctx.h, ids)).map(({ id, name }) => [id, name ?? '']));
  const numbers = new Map((await ticketsOf(ctx.h, ids)).map(({ participantId, number }) => [participantId, number]));
  return {
    items: differing.map(({ participantId, ...one }) => ({
      ...one,
      name: names.get(participantId) ?? '',
      ticketNumber: numbers.get(participantId) ?? null,
    })),
  };
});

export const routes: Route[] = [getAttendance, getAttendanceOf, objectToAttendance, setAttendance, listDiffering];
