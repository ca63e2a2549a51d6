import { randomBytes } from 'node:crypto';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { commitmentTo } from '@jikaotong/shared/rules/draw';
import { IsNull } from 'typeorm';
import type { Crypto } from '../../platform/crypto';
import { type Handle, findLocked, findRow, insert, isDuplicate, updateWhere } from '../../platform/db';
import type { Context } from '../../platform/http';
import {
  type DrawMove,
  type DrawPlan,
  type DrawStep,
  type DrawnPlace,
  type StageDraw,
  drawMoveRecord,
  drawStepRecord,
  drawnPlaceRecord,
  stageDrawRecord,
} from './draw.record';

export type { DrawStep, DrawnPlace, StageDraw };

/** Promises the draw of a stage where it is not promised yet. */
export async function promiseDraw(
  { h, ports, now }: Pick<Context, 'h' | 'ports' | 'now'>,
  eventId: string,
): Promise<void> {
  if (await findDraw(h, eventId)) return;
  const seed = randomBytes(16).toString('hex');
  const row: StageDraw = {
    id: eventId,
    seed: ports.crypto.encryptField(placeOf(eventId), seed),
    commitment: commitmentTo(seed),
    committedAt: now.ms,
    drawnAt: null,
    drawnBy: null,
    entrants: null,
    plan: null,
    keyHolders: null,
  };
  await insert(h, stageDrawRecord, row).catch((error: unknown) => {
    // another server promised it meanwhile
    if (!isDuplicate(error)) throw error;
  });
}

export const findDraw = (h: Handle, eventId: string): Promise<StageDraw | null> =>
  findRow(h, stageDrawRecord, { id: eventId });

/** The draw under its lock: whoever changes places comes one after another. */
export const lockDraw = (h: Handle, eventId: string): Promise<StageDraw | null> =>
  findLocked(h, stageDrawRecord, { id: eventId });

export const seedOf = (crypto: Pick<Crypto, 'decryptField'>, { id, seed }: StageDraw): string =>
  crypto.decryptField(placeOf(id), seed);
const placeOf = (row: string) => ({ table: 'stage_draw', column: 'seed', row });

/** From now on only these accounts see which name has which place; null: whoever may see the draw. */
export const holdDrawKey = async (h: Handle, id: string, keyHolders: readonly string[] | null): Promise<void> => {
  await updateWhere(h, stageDrawRecord, { id }, { keyHolders });
};

/** Who holds the key of a draw; null: nobody does. */
export const keptKey = async (h: Handle, eventId: string): Promise<readonly string[] | null> =>
  (await findDraw(h, eventId))?.keyHolders ?? null;

/** The same under the lock of the draw: whoever gives or frees the key comes before or after. */
export const lockedKey = async (h: Handle, eventId: string): Promise<readonly string[] | null> =>
  (await lockDraw(h, eventId))?.keyHolders ?? null;

/** Whether an account may connect the places of a draw to names. */
export const mayConnect = ({ keyHolders }: Pick<StageDraw, 'keyHolders'>, accountId: string): boolean =>
  keyHolders === null || keyHolders.includes(accountId);

/** Freezes the list, once; false when somebody was faster. */
export const freezeDraw = async (
  h: Handle,
  id: string,
  set: Pick<StageDraw, 'drawnAt' | 'drawnBy' | 'entrants' | 'plan'>,
): Promise<boolean> => (await updateWhere(h, stageDrawRecord, { id, drawnAt: IsNull() }, set)) === 1;

export const insertPlaces = (h: Handle, rows: readonly DrawnPlace[]): Promise<void> =>
  insert(h, drawnPlaceRecord, rows);

/** Every place that was ever given in a stage, by position, the latest holder last. */
export const placesOf = (h: Handle, eventId: string): Promise<DrawnPlace[]> =>
  h.repo(drawnPlaceRecord).find({ where: { eventId }, order: { position: 'ASC', id: 'ASC' } });

/** The places that a candidate holds, in the order of its stages. */
export const heldPlacesOf = async (h: Handle, candidateId: string): Promise<DrawnPlace[]> =>
  (await h.repo(drawnPlaceRecord).find({ where: { candidateId }, order: { id: 'ASC' } })).filter(
    ({ state }) => state !== 'withdrawn',
  );

/** Moves every heat of a stage to its other day, under the lock of the draw, and notes why. */
export async function moveDays(
  h: Handle,
  eventId: string,
  {
    plan,
    dayOf,
    move,
  }: { readonly plan: DrawPlan; readonly dayOf: ReadonlyMap<number, LocalDate>; readonly move: DrawMove },
): Promise<void> {
  await insert(h, drawMoveRecord, move);
  await updateWhere(h, stageDrawRecord, { id: eventId }, { plan });
  // by heat, not by day: the first day may become the second while the second is still there
  for (const [heat, day] of dayOf) await updateWhere(h, drawnPlaceRecord, { eventId, heat }, { day });
}

/** Gives a place up; false when it is not held any more. */
export const freePlace = async (h: Handle, { id, placeKey }: DrawnPlace): Promise<boolean> =>
  placeKey !== null &&
  (await updateWhere(
    h,
    drawnPlaceRecord,
    { id, placeKey },
    { state: 'withdrawn', placeKey: null, entrantKey: null },
  )) === 1;

export const movesOf = (h: Handle, eventId: string): Promise<DrawMove[]> =>
  h.repo(drawMoveRecord).find({ where: { eventId }, order: { id: 'ASC' } });

export const insertStep = (h: Handle, row: DrawStep): Promise<void> => insert(h, drawStepRecord, row);
export const stepsOf = (h: Handle, eventId: string): Promise<DrawStep[]> =>
  h.repo(drawStepRecord).find({ where: { eventId }, order: { id: 'ASC' } });
export const countSteps = (h: Handle, eventId: string): Promise<number> => h.repo(drawStepRecord).countBy({ eventId });

/** Who stands in a stage today: accepted, or waiting for staff. */
export async function rosterOf(h: Handle, eventId: string) {
  const rows = await h.query<{ id: string; candidate_id: string; name: string | null; state: string }>(
    `SELECT id, candidate_id, name, state FROM participant
     WHERE event_id = ? AND state IN ('submitted', 'approved') ORDER BY id`,
    [eventId],
  );
  return {
    accepted: rows.flatMap(({ id: participantId, candidate_id: candidateId, name, state }) =>
      state === 'approved' ? [{ participantId, candidateId, name: name ?? '' }] : [],
    ),
    undecided: rows.filter(({ state }) => state === 'submitted').length,
  };
}
