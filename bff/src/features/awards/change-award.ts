import type { AwardState } from '@jikaotong/shared/contract';
import { type Context, refuse } from '../../platform/http';
import { entrantsAmong, loadContest, tellEntrant } from '../contests';
import { awardWords } from './award.record';
import { type Award, changeAwardIf, keepAwards } from './award.repository';
import { apartIn } from './awards-apart';

type Changed = {
  readonly state: AwardState;
  readonly was: AwardState;
  readonly reason: string;
  readonly byAccountId: string;
};

/**
 * A locked award is withheld, declined, given after all, or stays though its rank was corrected; nobody moves up. Refuses
 * `changed-meanwhile`, `wrong-state` once it is paid, `nothing-changed` where nothing is to be kept.
 */
export async function changeGiven(ctx: Context, award: Award, changed: Changed): Promise<void> {
  const { state, was, reason, byAccountId } = changed;
  const set = {
    state,
    reason: awardWords.seal(ctx.ports.crypto, award.id, 'reason', reason),
    changedBy: byAccountId,
    changedAt: ctx.now.ms,
  };
  const isKept = state === was;
  if (award.paidOn !== null && !isKept) refuse('wrong-state', { state: 'award-paid' });
  if (isKept) await keep(ctx, award);
  if (!(await changeAwardIf(ctx.h, { id: award.id, was }, set))) refuse('changed-meanwhile');
  ctx.audit('award-changed', { awardId: award.id, noticeId: award.noticeId }, { award: award.code, state });
  // what stays is no news to whoever has it
  if (isKept || award.recipient !== 'entrant' || award.candidateId === null) return;
  const { notice, rule } = await loadContest(ctx, award.noticeId);
  const name = rule.awards.find(({ code }) => code === award.code)?.name ?? award.code;
  for (const entrant of (await entrantsAmong(ctx.h, [award.candidateId])).values())
    await tellEntrant(ctx, entrant, 'award-changed', { title: notice.title.value, award: name, state });
}

/** What an entrant was given by a rank that was corrected stays as it is, until that rank changes once more. */
async function keep({ h }: Context, { noticeId, candidateId, state }: Award): Promise<void> {
  const apart = state === 'given' ? await apartIn(h, await loadContest({ h }, noticeId)) : [];
  const own = apart.find((one) => one.candidateId === candidateId);
  if (!own) return refuse('nothing-changed');
  await keepAwards(h, { noticeId, candidateId: own.candidateId }, own.rank ?? 0);
}
