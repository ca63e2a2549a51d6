import * as z from 'zod/mini';
import { type Context, jobHandler, refusalIn, refuse } from '../../platform/http';
import { findApplication, handIn, loadFrame } from '../applications';
import { changeSlips, putSlip } from '../counter';
import { noteStanding } from './write-row';
import { channelOf, rosterNow, whereOf } from './own-roster';
import { findCounter } from './roster-counter.repository';
import { givenByHand } from './signed-scan.presenter';
import { takenPagesOf } from './signed-scan.repository';
import { changeRow, claimQueued, findRowOf, nextQueued } from './roster.repository';

export const SUBMIT_JOB = 'roster-submit';
const Payload = z.object({ rosterId: z.string(), accountId: z.string() });

/**
 * Hands in what waits, a transaction a row, so that after a kill nothing is lost and nothing is handed in twice. A row that
 * the rules refuse by now stays where it was, with the code of it.
 */
export const submitRoster = jobHandler(SUBMIT_JOB, Payload, async (run, given) => {
  for (;;) {
    const row = await run.tx((ctx) => nextQueued(ctx.h, given.rosterId));
    if (!row) return;
    await run
      .tx((ctx) => handInOne(ctx, given, row.id))
      .catch(async (error: unknown) => {
        const refused = refusalIn(error);
        if (!refused) throw error;
        await run.tx((ctx) => note(ctx, given, row.id, refused.refused));
      });
  }
});

type Given = z.output<typeof Payload>;

async function handInOne(ctx: Context, { rosterId, accountId }: Given, id: string): Promise<void> {
  // the right of the moment: of an agent who was removed nothing goes on
  const open = (await rosterNow({ h: ctx.h, actor: { accountId } }, rosterId)) ?? refuse('forbidden');
  if (!(await claimQueued(ctx.h, id, null))) return;
  // the member has called something wrong meanwhile: the row says so
  if ((await findRowOf(ctx.h, id))?.disputedAt !== null) return;
  const row = (await findApplication(ctx.h, id)) ?? refuse('not-found');
  // what came in at the counter once, and was sent back, is mended from here
  if (whereOf(open) === 'counter' && row.firstSubmittedOn === null) {
    await putSlip(ctx.h, { candidateId: id, bodyId: row.bodyId, walkIn: false, nowMs: ctx.now.ms });
    const { openUntil } = (await findCounter(ctx.h, rosterId)) ?? { openUntil: null };
    await changeSlips(ctx.h, [id], { openUntil });
    await changeRow(ctx.h, id, { listedAt: ctx.now.ms });
    return;
  }
  const isFormGiven = await isGivenByHand(ctx.h, id);
  await handIn(ctx, row, await loadFrame(ctx.h, row), channelOf(open.frame), { isFormGiven });
}

/** The signed form that stands for the member does so on an agent's word alone: a reviewer looks at it. */
async function isGivenByHand(h: Context['h'], id: string): Promise<boolean> {
  const row = await findRowOf(h, id);
  return row?.confirmedBy === 'form' && givenByHand([{ row }], await takenPagesOf(h, id)).length > 0;
}

async function note(ctx: Context, { rosterId, accountId }: Given, id: string, code: string): Promise<void> {
  await claimQueued(ctx.h, id, code);
  const open = await rosterNow({ h: ctx.h, actor: { accountId } }, rosterId);
  if (open) await noteStanding(ctx, open, id);
}
