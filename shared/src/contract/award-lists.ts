import * as z from 'zod/mini';
import { AWARD_STAFF } from './awards';
import { endpoint } from './endpoint';
import { Bytes, IdParams, line, prose } from './fields';

/**
 * What the people of each unit are given, their coaches and itself, each unit on pages of its own to be handed to it; `unit`:
 * of that one only. Names are masked unless a reason is given, which is kept.
 */
export const printUnitLists = endpoint({
  name: 'printUnitLists',
  method: 'GET',
  path: '/staff/contests/:id/unit-lists.pdf',
  who: AWARD_STAFF,
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  query: z.strictObject({ unit: z.optional(line(80)), reason: z.optional(prose(200)) }),
  reply: Bytes,
  refusals: ['nothing-to-print'],
});
