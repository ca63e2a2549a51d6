import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Done, IdParams } from './fields';
import { CHIEFS } from './judging';
import { Numbers } from './stages';

/**
 * Other heats and stations for a judge, or all (null), by one of the two who hold the key. Refuses `wrong-state` where one of
 * them is not drawn, and where a number that this judge has marked would be taken away.
 */
export const changeJudgePlaces = endpoint({
  name: 'changeJudgePlaces',
  method: 'PUT',
  path: '/staff/judges/:id/places',
  who: CHIEFS,
  params: IdParams,
  body: z.strictObject({ heats: Numbers, stations: Numbers }),
  reply: Done,
  refusals: ['key-holders-wrong', 'nothing-changed', 'wrong-state'],
});
