import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { stageEventOf } from '../contests';
import { changeIf, findParticipants, insertParticipant, newParticipant, participantsIn } from '../participants';
import { findEvents } from '../sessions';
import { findDesk, holdDesk } from './desk.repository';
import { type StageEntrant, hasStarted } from './entrant.repository';
import { type Stage, nextStageOf } from './stage';
import { stagePlaceEnded } from './stage-events';

export type NextStage = {
  readonly eventId: string;
  readonly name: string;
  readonly begun: boolean;
  readonly cancelled: boolean;
};

/** The stage that follows, and whether it has begun: its roster is frozen and its day has come, or somebody was marked or absent. */
export async function nextStage(h: Handle, stage: Stage, day: LocalDate): Promise<NextStage | null> {
  const next = nextStageOf(stage);
  if (!next) return null;
  const eventId = await stageEventOf(h, stage.notice.id, next.code);
  const event = (await findEvents(h, [eventId])).get(eventId);
  const firstDay = event?.firstDay ?? null;
  const desk = await findDesk(h, eventId);
  const begun = desk !== null && ((firstDay !== null && firstDay <= day) || (await hasStarted(h, eventId)));
  return { eventId, name: next.name, begun, cancelled: event?.state === 'cancelled' };
}

/** Nothing of a stage is moved once somebody was marked, did not come, was disqualified or ranked. Refuses `wrong-state`. */
export async function refuseBegun(
  { h }: { readonly h: Handle },
  { stageId }: { readonly stageId: string },
): Promise<void> {
  if (await wasHeld(h, stageId)) refuse('wrong-state', { state: 'stage-begun' });
}

/** Nor is it cancelled then: it is held. Refuses `wrong-state`. */
export async function refuseHeld(
  { h }: { readonly h: Handle },
  { stageId }: { readonly stageId: string },
): Promise<void> {
  if (await wasHeld(h, stageId)) refuse('wrong-state', { state: 'stage-held' });
}

/** Asked under the lock of the desk: a mark that is being noted is waited for. */
async function wasHeld(h: Handle, stageId: string): Promise<boolean> {
  const desk = await holdDesk(h, stageId);
  return (desk?.revision ?? 0) > 0 || (await hasStarted(h, stageId));
}

type Now = { readonly ms: number; readonly day: LocalDate };

/**
 * These take part in the next stage from now on, also who was dismissed from it; whoever does already is left as they are.
 * Refuses `changed-meanwhile`.
 */
export async function admit(
  h: Handle,
  entrants: readonly StageEntrant[],
  { eventId, now }: { readonly eventId: string; readonly now: Now },
): Promise<void> {
  const there = await participantsIn(
    h,
    entrants.map(({ candidateId }) => candidateId),
  );
  const placeOf = ({ candidateId }: StageEntrant) =>
    (there.get(candidateId) ?? []).find((one) => one.eventId === eventId);
  const since = { submittedAt: now.ms, firstSubmittedOn: now.day };
  for (const { id, version, state } of entrants.flatMap((one) => placeOf(one) ?? [])) {
    if (state !== 'rejected') continue;
    const back = { state: 'approved', ...since } as const;
    if (!(await changeIf(h, { id, version, states: ['rejected'] }, back))) refuse('changed-meanwhile');
  }
  const missing = entrants.filter((one) => placeOf(one) === undefined);
  const from = await findParticipants(
    h,
    missing.map(({ participantId }) => participantId),
  );
  for (const { candidateId, bodyId, kind, offeringCode, name, verdict } of from) {
    const of = { id: candidateId, bodyId, kind, offeringCode, name };
    const at = { eventId, state: 'approved', verdict, ...since } as const;
    await insertParticipant(h, newParticipant(of, at));
  }
}

/** These take part in the next stage no more, and give up what they hold of it: they have no rank in this one. */
export async function dismiss(
  ctx: Pick<Context, 'h' | 'emit'>,
  entrants: readonly StageEntrant[],
  eventId: string,
): Promise<void> {
  const there = await participantsIn(
    ctx.h,
    entrants.map(({ candidateId }) => candidateId),
  );
  const out = { state: 'rejected', seated: false, ticketIssuedAt: null } as const;
  for (const { id, version, candidateId } of [...there.values()].flat().filter((one) => one.eventId === eventId))
    if (await changeIf(ctx.h, { id, version, states: ['approved'] }, out))
      await ctx.emit(stagePlaceEnded({ stageId: eventId, participantId: id, entryId: candidateId }));
}
