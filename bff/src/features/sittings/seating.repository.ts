import { randomBytes } from 'node:crypto';
import { commitmentTo, pseudonymOf } from '@jikaotong/shared/rules/draw';
import type { SeatingStep } from '@jikaotong/shared/rules/seating';
import type { Crypto } from '../../platform/crypto';
import { type Handle, findRow, insert, newId, updateWhere } from '../../platform/db';
import type { Context } from '../../platform/http';
import { type Seating, type TakenStep, seatingRecord, seatingStepRecord } from './seating.record';

export type { Seating };

export const findSeating = (h: Handle, sessionId: string): Promise<Seating | null> =>
  findRow(h, seatingRecord, { id: sessionId });

/** The promise of a session's seed, made now where there is none yet; under the lock of the session. */
export async function promisedSeating(
  { h, ports, now }: Pick<Context, 'h' | 'ports' | 'now'>,
  sessionId: string,
): Promise<Seating> {
  const known = await findSeating(h, sessionId);
  if (known) return known;
  const seed = randomBytes(16).toString('hex');
  const row: Seating = {
    id: sessionId,
    seed: ports.crypto.encryptField(placeOf(sessionId), seed),
    commitment: commitmentTo(seed),
    committedAt: now.ms,
    revealedAt: null,
  };
  await insert(h, seatingRecord, row);
  return row;
}

export const seedOf = (crypto: Crypto, { id, seed }: Seating): string => crypto.decryptField(placeOf(id), seed);

const placeOf = (row: string) => ({ table: 'seating', column: 'seed', row });

/** Takes the promise back with all that followed: whoever is seated again is seated by another seed. */
export const dropSeating = async (h: Handle, sessionId: string): Promise<void> => {
  await h.repo(seatingStepRecord).delete({ sessionId });
  await h.repo(seatingRecord).delete({ id: sessionId });
};

export const reveal = (h: Handle, { id, revealedAt }: Seating, nowMs: number): Promise<number> =>
  revealedAt === null ? updateWhere(h, seatingRecord, { id }, { revealedAt: nowMs }) : Promise.resolve(0);

/** What happened to the seats of a session so far. */
export const stepsOf = (h: Handle, sessionId: string): Promise<TakenStep[]> =>
  h.repo(seatingStepRecord).find({ where: { sessionId }, order: { position: 'ASC' } });

/** Adds a step after the others; two at once cannot take one position. */
export async function addStep(
  { h, ports, now }: Pick<Context, 'h' | 'ports' | 'now'>,
  sessionId: string,
  taken: { readonly step: SeatingStep; readonly byAccountId: string | null; readonly reason?: string },
): Promise<void> {
  const position = (await h.repo(seatingStepRecord).countBy({ sessionId })) + 1;
  const { step, byAccountId, reason } = taken;
  const id = newId();
  const place = { table: 'seating_step', column: 'reason', row: id };
  const sealed = reason === undefined ? null : ports.crypto.encryptField(place, reason);
  await insert(h, seatingStepRecord, { id, sessionId, position, takenAt: now.ms, byAccountId, reason: sealed, step });
}

/** The names under which participants stand in the public file, where a session has a seating at all. */
export async function seatingNamesIn(h: Handle, sessionId: string): Promise<(participantId: string) => string | null> {
  const seating = await findSeating(h, sessionId);
  return (participantId) => seating && pseudonymOf(seating, participantId);
}
