import { type Context, refuse } from '../../platform/http';
import { entrantsIn } from './entrant.repository';
import { noteStanding } from './note';
import { findStage } from './stage';

/**
 * Somebody gave up their place in the draw of a stage: on a roster that is fixed they have stepped back, which another one
 * confirms like any standing. Whoever is noted so already stays as noted.
 */
export async function noteLeft(
  ctx: Context,
  {
    stageId,
    candidateId,
    reason,
    byAccountId,
  }: {
    readonly stageId: string;
    readonly candidateId: string;
    readonly reason: string;
    readonly byAccountId: string;
  },
): Promise<void> {
  const stage = (await findStage(ctx.h, stageId)) ?? refuse('not-found');
  const { desk } = stage;
  if (desk === null) return;
  const entrant = (await entrantsIn(ctx.h, stageId)).find((one) => one.candidateId === candidateId);
  if (!entrant || entrant.standing !== 'present') return;
  const source = desk.revision > 0 ? 'corrected' : 'keyed';
  const said = { standing: 'withdrawn', witness: null, reason, accountId: byAccountId, source } as const;
  await noteStanding(ctx, { ...stage, desk }, { entrant, ...said });
}
