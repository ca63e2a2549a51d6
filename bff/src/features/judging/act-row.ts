import { newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import type { Judge } from './judge.repository';
import type { JudgeAct } from './judge-mark.repository';
import type { JudgedPlace } from './judging-now';
import type { Judging } from './judging.repository';
import { actWords } from './judging.record';

type Acted = Pick<JudgeAct, 'run' | 'total' | 'source'> & {
  readonly judging: Judging;
  readonly judge: Judge;
  readonly place: JudgedPlace['place'];
  readonly marks: readonly number[];
  readonly reason: string | null;
  readonly accountId: string;
};

/** What staff did to a judge's mark, as it is written down. */
export function actOf(ctx: Context, { judging, judge, place, marks, reason, accountId, ...rest }: Acted): JudgeAct {
  const id = newId();
  return {
    ...rest,
    id,
    judgingId: judging.id,
    judgeId: judge.id,
    bodyId: judging.bodyId,
    nonce: id,
    placeId: place.id,
    candidateId: place.candidateId,
    marks,
    reason: actWords.sealIf(ctx.ports.crypto, id, 'reason', reason),
    at: ctx.now.ms,
    receivedAt: ctx.now.ms,
    byAccountId: accountId,
    outcome: 'done',
    conflict: null,
    decidedBy: null,
    decidedAt: null,
    decision: null,
  };
}
