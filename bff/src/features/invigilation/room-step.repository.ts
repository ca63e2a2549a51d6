import type { RoomRecordView } from '@jikaotong/shared/contract';
import { insert, newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { dutiesOfSession } from './duty.repository';
import { type StoredRoomStep, roomStepRecord, stepReason } from './invigilation.record';

type Place = Pick<StoredRoomStep, 'sessionId' | 'roomId' | 'slot'>;

/** Writes a step down for good, its reason sealed. */
export async function addStep(
  { h, ports, now }: Pick<Context, 'h' | 'ports' | 'now'>,
  place: Place,
  { reason, ...step }: Pick<StoredRoomStep, 'kind' | 'dutyId' | 'byAccountId'> & { readonly reason: string | null },
): Promise<void> {
  const id = newId();
  const sealed = stepReason.sealIf(ports.crypto, id, 'reason', reason);
  await insert(h, roomStepRecord, { ...place, ...step, id, at: now.ms, reason: sealed });
}

/** What was done to the record of a room, the oldest first: by whom as on duty, else as of the staff. */
export async function stepsOf(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  { sessionId, roomId, slot }: Place,
): Promise<RoomRecordView['steps']> {
  const steps = await h.repo(roomStepRecord).find({ where: { roomId, slot }, order: { at: 'ASC', id: 'ASC' } });
  if (steps.length === 0) return [];
  const duties = new Map((await dutiesOfSession(h, sessionId)).map(({ id, name }) => [id, name]));
  const staff = await staffNamesOf(
    h,
    steps.map(({ byAccountId }) => byAccountId),
  );
  return steps.map((step) => ({
    kind: step.kind,
    at: step.at,
    by: duties.get(step.dutyId ?? '') ?? staff.get(step.byAccountId) ?? '',
    reason: stepReason.openIf(ports.crypto, step, 'reason'),
  }));
}
