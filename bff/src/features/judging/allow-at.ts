import { newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import { type Judge, addException } from './judge.repository';
import type { JudgedPlace } from './judging-now';
import { exceptionWords } from './judging.record';

type Allowed = {
  readonly judge: Judge;
  readonly place: JudgedPlace['place'];
  readonly reason: string;
  readonly accountId: string;
};

/** A judge may mark a number from now on, for a reason that is kept. */
export async function allowAt(ctx: Context, { judge, place, reason, accountId }: Allowed): Promise<void> {
  const id = newId();
  await addException(ctx.h, {
    id,
    judgeId: judge.id,
    placeId: place.id,
    candidateId: place.candidateId,
    reason: exceptionWords.seal(ctx.ports.crypto, id, 'reason', reason),
    allowedBy: accountId,
    allowedAt: ctx.now.ms,
  });
}
