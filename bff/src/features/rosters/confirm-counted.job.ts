import * as z from 'zod/mini';
import { type Context, bodiesOf, jobHandler, refusalIn, refuse } from '../../platform/http';
import { staffActor } from '../accounts';
import { changeSlips, confirmCounted, queuedBy } from '../counter';
import { nextCounted } from './roster-counter.repository';
import { findRoster } from './roster.repository';

export const COUNTED_JOB = 'roster-counted';
const Payload = z.object({ rosterId: z.string() });

/**
 * Confirms whom a clerk has counted, a transaction a person, so that after a kill nobody is lost and nobody comes in twice.
 * Who is refused, or whom something is wrong with, stays open with the code of it, and the others go on.
 */
export const confirmGroup = jobHandler(COUNTED_JOB, Payload, async (run, { rosterId }) => {
  for (;;) {
    const id = await run.tx((ctx) => nextCounted(ctx.h, rosterId));
    if (id === null) return;
    await run
      .tx(async (ctx) => {
        await refuseGone(ctx, rosterId, id);
        await confirmCounted(ctx, id);
      })
      .catch(async (error: unknown) => {
        const outcome = refusalIn(error)?.refused ?? 'internal';
        if (outcome === 'internal') run.ports.log.error({ err: error, candidate: id }, 'not confirmed with the group');
        await run.tx((ctx) => changeSlips(ctx.h, [id], { queuedAt: null, queuedBy: null, outcome }));
      });
  }
});

/** The right of the moment: of a clerk who was removed nothing goes on. */
async function refuseGone({ h }: Pick<Context, 'h'>, rosterId: string, id: string): Promise<void> {
  const roster = (await findRoster(h, rosterId)) ?? refuse('not-found');
  const accountId = await queuedBy(h, id);
  const actor = accountId === null ? null : await staffActor(h, accountId);
  if (!actor || !bodiesOf(actor, ['reviewer', 'administrator']).includes(roster.bodyId)) refuse('forbidden');
}
