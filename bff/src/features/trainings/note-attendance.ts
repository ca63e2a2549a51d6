import type { TrainingAttendance } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Actor, type Context, type Refused, refuse, refuseWhen } from '../../platform/http';
import type { Training } from './training.record';
import { putAttendance, traineesOf } from './training.repository';

/** Whether it can be said who came: from the day of a training that takes place. */
export function attendanceFault({ day, cancelledAt }: Training, today: LocalDate): Refused | null {
  if (cancelledAt !== null) return { refused: 'wrong-state', data: { state: 'training-cancelled' } };
  return today < day ? { refused: 'wrong-state', data: { state: 'training-later' } } : null;
}

type Noted = { readonly entryId: string; readonly state: TrainingAttendance; readonly version: number };

/** Notes of one whether they came; answers with the version afterwards. Refuses `not-found`, `changed-meanwhile`, `wrong-state`. */
export async function noteAttendance(
  ctx: Context & { readonly actor: Actor },
  training: Training,
  { entryId, state, version }: Noted,
): Promise<number> {
  refuseWhen(attendanceFault(training, ctx.now.day));
  const [trainee] = await traineesOf(ctx.h, training, entryId);
  if (!trainee) return refuse('not-found');
  const at = { trainingId: training.id, candidateId: entryId, version };
  const noted = { state, notedAt: ctx.now.ms, notedBy: ctx.actor.accountId };
  if (!(await putAttendance(ctx.h, at, noted))) return refuse('changed-meanwhile');
  ctx.audit('training-attendance-noted', { trainingId: training.id, entryId }, { state });
  return version + 1;
}
