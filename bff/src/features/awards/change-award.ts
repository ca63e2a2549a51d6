import type { AwardState } from '@jikaotong/shared/contract';
import { type Context, refuse } from '../../platform/http';
import { entrantsAmong, loadContest, tellEntrant } from '../contests';
import { awardWords } from './award.record';
import { type Award, changeAwardIf, keepAwardIf } from './award.repository';
import { apartIn } from './awards-apart';

type Changed = {
  readonly state: AwardState;
  readonly was: AwardState;
  readonly reason: string;
  readonly byAccountId: string;
};

/** A locked award is withheld, declined or given after all; nobody moves up. Refuses `changed-meanwhile`, `wrong-state` once it is paid. */
export async function changeGiven(ctx: Context, award: Award, changed: Changed): Promise<void> {
  const { state, was, reason, byAccountId } = changed;
  const set = {
    state,
    reason: awardWords.seal(ctx.ports.crypto, award.id, 'reason', reason),
    changedBy: byAccountId,
    changedAt: ctx.now.ms,
  };
  if (award.paidOn !== null) refuse('wrong-state', { state: 'award-paid' });
  if (state === was || !(await changeAwardIf(ctx.h, { id: award.id, was }, set))) refuse('changed-meanwhile');
  ctx.audit('award-changed', { awardId: award.id, noticeId: award.noticeId }, { award: award.code, state });
  if (award.recipient !== 'entrant' || award.candidateId === null) return;
  const { notice, rule } = await loadContest(ctx, award.noticeId);
  const name = rule.awards.find(({ code }) => code === award.code)?.name ?? award.code;
  for (const entrant of (await entrantsAmong(ctx.h, [award.candidateId])).values())
    await tellEntrant(ctx, entrant, 'award-changed', { title: notice.title.value, award: name, state });
}

/** An award stays as it is though the rank was corrected, until that rank changes once more. Refuses `nothing-changed`. */
export async function keepAward(
  ctx: Context,
  award: Award,
  { reason, byAccountId }: { readonly reason: string; readonly byAccountId: string },
): Promise<void> {
  const apart = await apartIn(ctx.h, await loadContest(ctx, award.noticeId));
  const own = apart.find(({ id }) => id === award.id) ?? refuse('nothing-changed');
  const set = {
    reason: awardWords.seal(ctx.ports.crypto, award.id, 'reason', reason),
    changedBy: byAccountId,
    changedAt: ctx.now.ms,
    keptRank: own.rank ?? 0,
  };
  if (!(await keepAwardIf(ctx.h, award.id, set))) refuse('changed-meanwhile');
  ctx.audit('award-kept', { awardId: award.id, noticeId: award.noticeId }, { award: award.code });
}
