import { type BodyOf, type StagePart, judging as contract } from '@jikaotong/shared/contract';
import { isScore } from '@jikaotong/shared/kernel';
import { fallsShort, fullOf, sheetFault } from '@jikaotong/shared/rules/judging';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type Stage, refuseCancelled } from '../stages';
import { addSheet, standJudging } from './judging.repository';
import { sheetWords } from './judging.record';

type Said = BodyOf<typeof contract.defineMarkingSheet> & { readonly part: StagePart; readonly accountId: string };

/** Writes down the next version of a marking sheet over the one seen. Refuses what `defineMarkingSheet` declares. */
export async function defineSheet(ctx: Context, stage: Stage, given: Said): Promise<void> {
  refuseCancelled(stage);
  const { id: stageId, event, notice, desk } = stage;
  const { part, seen, rule, spread, definedAs, said, accountId } = given;
  const items = given.items.flatMap(({ name, maximum, step }) =>
    isScore(maximum) && isScore(step) ? [{ name, maximum, step }] : [],
  );
  const fault = sheetFault(items);
  if (fault) refuse('sheet-refused', { code: fault });
  if (fallsShort(items, rule.kind) && !given.short) refuse('sheet-short', { points: fullOf(items) / 100 });
  if (desk !== null && desk.revision > 0) refuse('wrong-state', { state: 'ranks-published' });
  const judging = await standJudging(ctx.h, { stageId, part, bodyId: event.bodyId, noticeId: notice.id });
  if (judging.lockedAt !== null) refuse('wrong-state', { state: 'marks-locked' });
  if (judging.startedAt !== null) refuse('wrong-state', { state: 'marking-begun' });
  const id = newId();
  const sheet = {
    id,
    judgingId: judging.id,
    version: seen + 1,
    items,
    rule,
    spread: spread !== null && isScore(spread) ? spread : null,
    definedAs,
    said: sheetWords.seal(ctx.ports.crypto, id, 'said', said),
    definedBy: accountId,
    definedAt: ctx.now.ms,
  };
  if (!(await addSheet(ctx.h, { ...judging, version: seen }, sheet))) refuse('changed-meanwhile');
  ctx.audit('marking-sheet-defined', { stageId, noticeId: notice.id }, { part, items: items.length });
}
