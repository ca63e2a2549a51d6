import { type Context, refuse } from '../../platform/http';
import { phoneIndexOf } from '../accounts';
import { changePlaces, isSamePlaces } from './change-places';
import { type Judge, addJudge, findByPhone, judgesOf, reopenJudge } from './judge.repository';
import { marksOfJudge } from './judge-mark.repository';
import type { Judging } from './judging.repository';

type Given = Pick<Judge, 'name' | 'unit' | 'heats' | 'stations' | 'assignedBy'> & { readonly phone: string };

/**
 * A number judges a part once. Whoever was a judge and is no more goes on over what was marked before; where that does not count,
 * it is a fresh start. Refuses `judge-stands`, and what `changeJudgePlaces` declares.
 */
export async function seatJudge(
  ctx: Context,
  judging: Judging,
  given: Given,
): Promise<{ readonly id: string; readonly token: string }> {
  const { h, ports } = ctx;
  const { phone, name, heats, stations } = given;
  const before = await findByPhone(h, judging.id, phoneIndexOf(ports.crypto, phone));
  if (before?.state === 'open') refuse('judge-stands', { name: before.name });
  if (!before) {
    const of = { judgingId: judging.id, bodyId: judging.bodyId };
    return (await addJudge(h, ports.crypto, { ...given, ...of }, ctx.now.ms)) ?? refuse('judge-stands', { name });
  }
  const token = (await reopenJudge(h, before.id, given)) ?? refuse('judge-stands', { name });
  const to = { heats, stations };
  if (!isSamePlaces(before, to)) await changePlaces(ctx, { judge: before, judging }, to);
  return { id: before.id, token };
}

/** An account is one judge of a part: refuses `wrong-state` where it judges, or what it gave before by another number counts. */
export async function refuseSeated({ h }: Pick<Context, 'h'>, judge: Judge, accountId: string): Promise<void> {
  for (const other of await judgesOf(h, judge.judgingId)) {
    if (other.id === judge.id || other.accountId !== accountId || other.voidedAt !== null) continue;
    if (other.state === 'open' || (await marksOfJudge(h, other.id)).length > 0)
      refuse('wrong-state', { state: 'judge-by-another-number' });
  }
}
