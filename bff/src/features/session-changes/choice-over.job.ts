import * as z from 'zod/mini';
import { jobHandler } from '../../platform/http';
import { findApplication } from '../applications';
import { listUnanswered } from '../participants';
import { findSession } from '../sessions';
import { leave } from './answer-change';

/** After the last day to choose, whoever of a cancelled session said nothing gets the money back. */
export const CHOICE_OVER_JOB = 'session-change-over';

/** Nobody loses money by silence: one after the other, each in a transaction of its own. */
export const choiceOverJob = jobHandler(
  CHOICE_OVER_JOB,
  z.object({ changeId: z.string() }),
  async (run, { changeId }) => {
    for (const { candidateId } of await run.read((h) => listUnanswered(h, changeId)))
      await run.tx(async (ctx) => {
        const row = await findApplication(ctx.h, candidateId);
        if (row?.changeId !== changeId || row.changeKind !== 'cancelled' || row.changeChoice !== null) return;
        const session = await findSession(ctx.h, row.sessionId);
        if (session) await leave(ctx, row, session.name);
      });
  },
);
