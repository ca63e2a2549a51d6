import { type Context, refuse } from '../../platform/http';
import { lockExamDay } from '../sessions';
import { countUndecided } from './door-act.repository';
import { objectorsIn } from './objection.repository';

/**
 * No rank is known before what the doors of the stage recorded of a breach, and what entrants object to, is decided; whoever
 * objects at this moment comes before or after. Refuses `wrong-state`.
 */
export async function refuseOpenDoor(
  { h }: Pick<Context, 'h'>,
  { stageId, revision }: { readonly stageId: string; readonly revision: number },
): Promise<void> {
  if (revision > 1 || !(await lockExamDay(h, stageId))) return;
  const open = (await countUndecided(h, stageId)) + (await objectorsIn(h, stageId)).size;
  if (open > 0) refuse('wrong-state', { state: 'stage-door-open' });
}
