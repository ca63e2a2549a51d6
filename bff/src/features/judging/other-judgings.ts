import type { JudgingView, StagePart } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';
import { contestStagesOf } from '../contests';
import type { Stage } from '../stages';
import { judgesOf } from './judge.repository';
import { findJudging, sheetOf } from './judging.repository';

/** Who judges now. */
export const openJudges = async (h: Handle, judgingId: string) =>
  (await judgesOf(h, judgingId)).filter(({ state }) => state === 'open');

/** The other stages of a competition that have a sheet for this part, in their order. */
export async function othersOf(
  h: Handle,
  { id, notice, rule }: Stage,
  part: StagePart,
): Promise<JudgingView['others']> {
  const ids = new Map((await contestStagesOf(h, notice.id)).map((row) => [row.stage, row.id]));
  const others: JudgingView['others'] = [];
  for (const { code, name: stageName } of rule.stages) {
    const stageId = ids.get(code);
    if (stageId === undefined || stageId === id) continue;
    const judging = await findJudging(h, { stageId, part });
    const sheet = judging && (await sheetOf(h, judging));
    if (!judging || !sheet) continue;
    const judges = (await openJudges(h, judging.id)).filter(({ phoneIndex }) => phoneIndex !== null);
    others.push({ stageId, stageName, items: sheet.items.length, judges: judges.length });
  }
  return others;
}
