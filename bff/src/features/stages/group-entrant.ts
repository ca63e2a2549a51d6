import type { StageDesk } from '@jikaotong/shared/contract';
import { type Context, refuse } from '../../platform/http';
import { entryWords, findEntry, setEntryGroup } from '../contests';
import { waitingFor, withoutGroup } from './freeze-roster';
import type { Stage } from './stage';

/** Of those who wait for the roster, whoever is of no group that is ranked, with what they said of themselves. */
export async function ungroupedIn(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  stage: Stage,
): Promise<StageDesk['ungrouped']> {
  if (stage.desk !== null) return [];
  const found = [];
  for (const { candidateId } of withoutGroup(stage, await waitingFor(h, stage.id))) {
    const entry = await findEntry(h, candidateId);
    if (!entry) continue;
    const note = entryWords.openIf(ports.crypto, entry, 'groupNote');
    found.push({ entryId: entry.id, name: entry.name, unit: entry.unit, note });
  }
  return found;
}

/** Puts somebody who waits into a group of the notice. Refuses `wrong-state` once the roster is frozen, `not-found`. */
export async function groupEntrant(
  ctx: Context,
  stage: Stage,
  { entryId, group }: { readonly entryId: string; readonly group: string },
): Promise<void> {
  if (stage.desk) refuse('wrong-state', { state: 'roster-frozen' });
  const isGroup = stage.rule.rankingGroups?.some(({ code }) => code === group) ?? false;
  const waits = (await waitingFor(ctx.h, stage.id)).some(({ candidateId }) => candidateId === entryId);
  if (!isGroup || !waits) refuse('not-found');
  await setEntryGroup(ctx.h, entryId, group);
  ctx.audit('stage-entrant-grouped', { stageId: stage.id, noticeId: stage.notice.id, entryId }, { group });
}
