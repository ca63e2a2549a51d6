import type { StageDesk } from '@jikaotong/shared/contract';
import { type Context, refuse } from '../../platform/http';
import { contestStagesOf, entryWords, findEntries, setEntryGroup } from '../contests';
import { desksAmong } from './desk.repository';
import { waitingFor, withoutGroup } from './freeze-roster';
import type { Stage } from './stage';

/** Of those who wait for the roster, whoever is of no group that is ranked, with what they said of themselves. */
export async function ungroupedIn(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  stage: Stage,
): Promise<StageDesk['ungrouped']> {
  if (stage.desk !== null) return [];
  const entries = await findEntries(
    h,
    withoutGroup(stage, await waitingFor(h, stage.id)).map(({ candidateId }) => candidateId),
  );
  return entries.map((entry) => {
    const note = entryWords.openIf(ports.crypto, entry, 'groupNote');
    return { entryId: entry.id, name: entry.name, unit: entry.unit, note };
  });
}

/** Puts somebody who waits into a group of the notice. Refuses `wrong-state` once the roster is frozen, `not-found`. */
export async function groupEntrant(
  ctx: Context,
  stage: Stage,
  { entryId, group }: { readonly entryId: string; readonly group: string },
): Promise<void> {
  if (stage.desk) refuse('wrong-state', { state: 'roster-frozen' });
  const isGroup = stage.rule.rankingGroups?.some(({ code }) => code === group) ?? false;
  const waiting = await waitingFor(ctx.h, stage.id);
  if (!isGroup || !waiting.some(({ candidateId }) => candidateId === entryId)) refuse('not-found');
  // ranked in a group before, somebody stays in it
  if (!withoutGroup(stage, waiting).some(({ candidateId }) => candidateId === entryId))
    await refuseFrozen(ctx, { noticeId: stage.notice.id });
  await setEntryGroup(ctx.h, entryId, group);
  ctx.audit('stage-entrant-grouped', { stageId: stage.id, noticeId: stage.notice.id, entryId }, { group });
}

/** Nobody changes the group any more once a roster of the competition is frozen. Refuses `wrong-state`. */
export async function refuseFrozen(
  { h }: Pick<Context, 'h'>,
  { noticeId }: { readonly noticeId: string },
): Promise<void> {
  const ids = (await contestStagesOf(h, noticeId)).map(({ id }) => id);
  if ((await desksAmong(h, ids)).size > 0) refuse('wrong-state', { state: 'roster-frozen' });
}
