import type { Handle } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type StageEntrant, entrantsIn } from './entrant.repository';
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
  const entrant = await entrantOf(ctx.h, stageId, candidateId);
  if (!entrant || entrant.standing !== 'present') return;
  const source = desk.revision > 0 ? 'corrected' : 'keyed';
  const said = { standing: 'withdrawn', witness: null, reason, accountId: byAccountId, source } as const;
  await noteStanding(ctx, { ...stage, desk }, { entrant, ...said });
}

/** Whoever stepped back or was disqualified gets no place again, until staff put that right: refuses `wrong-state`. */
export async function refuseSteppedBack(
  { h }: Pick<Context, 'h'>,
  { stageId, candidateId }: { readonly stageId: string; readonly candidateId: string },
): Promise<void> {
  const entrant = await entrantOf(h, stageId, candidateId);
  if (entrant && isOut(entrant)) refuse('wrong-state', { state: 'stepped-back' });
}

/** Who is noted, confirmed or not, as having stepped back from a stage or as disqualified; by participant. */
export const outOfStage = async (h: Handle, stageId: string): Promise<ReadonlySet<string>> =>
  new Set((await entrantsIn(h, stageId)).filter(isOut).map(({ participantId }) => participantId));

const isOut = ({ standing }: StageEntrant): boolean => standing === 'withdrawn' || standing === 'disqualified';

const entrantOf = async (h: Handle, stageId: string, candidateId: string) =>
  (await entrantsIn(h, stageId)).find((one) => one.candidateId === candidateId);
