import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Day, Id } from './fields';

/**
 * The rosters in which one stands with the phone that one has proven, and has not claimed the own row: only whose phone the
 * unit wrote down for one person alone.
 */
export const listWaitingOwnRows = endpoint({
  name: 'listWaitingOwnRows',
  method: 'GET',
  path: '/me/waiting-rows',
  who: 'signed-in',
  reply: z.object({
    items: z.array(
      z.object({
        /** The notice of the competition that one was entered for; null: a session. */
        contestId: z.nullable(Id),
        unitName: z.string(),
        sessionName: z.string(),
        closes: z.nullable(Day),
      }),
    ),
  }),
  refusals: [],
});
