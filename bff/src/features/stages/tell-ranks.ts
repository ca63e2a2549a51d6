import type { Context } from '../../platform/http';
import { entrantsAmong, tellEntrants, unitNews } from '../contests';
import { pointsIn } from './preview';
import { latestRanking, ranksOf } from './ranking.repository';
import { findStage, nextStageOf } from './stage';
import { rankingWords } from './stage.record';
import { isTouched } from './touched';

/** Ranks are out: everybody on the roster is told where they stand, or anew exactly those whom it touches. */
export async function tellRanks(
  ctx: Context,
  { stageId, revision }: { readonly stageId: string; readonly revision: number },
): Promise<void> {
  const stage = await findStage(ctx.h, stageId);
  const published = await latestRanking(ctx.h, stageId);
  if (!stage || !published) throw new Error(`stage ${stageId} was not published`);
  const rows = await ranksOf(ctx.h, { stageId, revision });
  const again = revision > 1;
  const before = new Map(
    (again ? await ranksOf(ctx.h, { stageId, revision: revision - 1 }) : []).map((row) => [row.entrantId, row]),
  );
  const touched = rows.filter((row) => !again || isTouched(row, before.get(row.entrantId)));
  const people = await entrantsAmong(
    ctx.h,
    touched.map(({ candidateId }) => candidateId),
  );
  const next = nextStageOf(stage);
  const code = again ? 'stage-republished' : 'stage-published';
  const about = { title: stage.notice.title.value, stage: stage.name };
  const reason = rankingWords.openIf(ctx.ports.crypto, published, 'reason');
  const rowOf = new Map(touched.map((row) => [row.candidateId, row]));
  await tellEntrants(ctx, stage, [...people.values()], {
    code,
    dataOf: ({ id }) => {
      const row = rowOf.get(id);
      if (!row) throw new Error(`entry ${id} has no rank`);
      const { number, rank, total, advances, standing } = row;
      return {
        ...about,
        number,
        rank,
        total: pointsIn(total),
        standing,
        advances: next === null ? 'last' : advances ? 'yes' : 'no',
        next: next?.name ?? null,
        reason,
      };
    },
    toAgents: unitNews(code, about),
  });
}
