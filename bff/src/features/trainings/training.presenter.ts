import type { TrainingView } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import { type Contest, stageNameOf } from '../contests';
import type { Training } from './training.record';

/** A training as it was set. */
export const presentTraining = (
  { rule }: Pick<Contest, 'rule'>,
  { id, version, stage, day, startsAt, endsAt, place, note, cancelledAt, cancelReason }: Training,
): TrainingView => ({
  id,
  version,
  stage,
  stageName: stageNameOf(rule, stage),
  day,
  startsAt: timeOfDay(startsAt),
  endsAt: endsAt === null ? null : timeOfDay(endsAt),
  place,
  note,
  cancelled: cancelledAt === null ? null : { at: cancelledAt, reason: cancelReason ?? '' },
});
