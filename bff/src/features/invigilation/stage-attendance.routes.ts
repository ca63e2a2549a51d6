import { stages as contract } from '@jikaotong/shared/contract';
import { type Route, action } from '../../platform/http';
import { sittingsIn } from '../sittings';
import { frozenStage, takeAttendance } from '../stages';
import { objectorsIn } from './objection.repository';

/** Absent is who came to no room of the stage; of whom a room knows nothing yet, or who objects to what it knows, nothing is said. */
const takeStageAttendance = action(contract.takeStageAttendance, {
  handle: async (ctx) => {
    const stage = await frozenStage(ctx, ctx.input.params.id, contract.takeStageAttendance.who);
    const states = new Map<string, Set<string>>();
    for (const { participantId, state } of await sittingsIn(ctx.h, stage.id))
      states.set(participantId, (states.get(participantId) ?? new Set()).add(state));
    const came = new Map<string, 'present' | 'absent'>();
    let open = 0;
    const objectors = await objectorsIn(ctx.h, stage.id);
    for (const [participantId, known] of states) {
      if (objectors.has(participantId)) open += 1;
      else if (known.has('present')) came.set(participantId, 'present');
      else if (known.has('planned')) open += 1;
      else if (known.has('absent')) came.set(participantId, 'absent');
    }
    const noted = await takeAttendance(ctx, stage, { came, accountId: ctx.actor.accountId });
    return { ...noted, open };
  },
});

export const routes: Route[] = [takeStageAttendance];
