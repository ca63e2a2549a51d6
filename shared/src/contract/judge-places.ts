import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Done, Id, IdParams, prose } from './fields';
import { CHIEFS, JudgingView, PartParams } from './judging';
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

/**
 * All that a judge gave who is no more is left out of the marks before they are locked, or counts again; for a reason that is
 * kept. Single marks are not picked: a judge who was removed for bias is out altogether.
 */
export const voidJudgeMarks = endpoint({
  name: 'voidJudgeMarks',
  method: 'PUT',
  path: '/staff/judges/:id/void',
  who: CHIEFS,
  params: IdParams,
  body: z.strictObject({ voided: z.boolean(), reason: prose(200) }),
  reply: Done,
  refusals: ['wrong-state'],
});

/** Takes over the sheet of another stage as the next version here, or its judges, of all heats, each to be given a fresh link. */
export const copyJudging = endpoint({
  name: 'copyJudging',
  method: 'PUT',
  path: '/staff/stages/:id/judging/:part/copy',
  who: CHIEFS,
  params: PartParams,
  body: z.strictObject({ from: Id, what: z.enum(['sheet', 'judges']) }),
  reply: JudgingView,
  refusals: ['changed-meanwhile', 'draw-missing', 'key-holders-wrong', 'sheet-refused', 'wrong-state'],
});
