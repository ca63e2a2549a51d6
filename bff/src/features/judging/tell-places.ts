import { stageNoteWord } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { findContest, findContestStage, stageNameOf } from '../contests';
import type { Judge } from './judge.repository';
import type { Judging } from './judging.repository';

/** Tells a judge of other heats and stations; whoever has not opened the link finds the new ones behind it. */
export async function tellPlaces(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  { judge, judging }: { readonly judge: Pick<Judge, 'accountId'>; readonly judging: Judging },
  { heats, stations }: Pick<Judge, 'heats' | 'stations'>,
): Promise<void> {
  const contest = await findContest(ctx.h, judging.noticeId);
  const stage = await findContestStage(ctx.h, judging.stageId);
  if (judge.accountId === null || !contest || !stage) return;
  const data = {
    title: contest.notice.title.value,
    stage: stageNameOf(contest.rule, stage.stage),
    part: stageNoteWord(judging.part),
    heats: heats?.join('、') ?? '',
    stations: stations?.join('、') ?? '',
  };
  await tellAccount(ctx, { accountId: judge.accountId, code: 'judge-places-changed', data });
}
