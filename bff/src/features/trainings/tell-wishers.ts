import type { MessageCode } from '@jikaotong/shared/contract';
import type { Context } from '../../platform/http';
import { tellAccount } from '../../platform/outbox';
import { type Contest, stageNameOf, tellEntrant } from '../contests';
import { agentsOf, findUnits } from '../units';
import type { Training } from './training.record';
import { type Wisher, wishersOf } from './training.repository';

type Told = Extract<MessageCode, `contest-training-${string}`>;

/**
 * Tells everybody who wants a training: entrants by themselves, and the agents of a unit how many of theirs it entered,
 * for those have no account.
 */
export async function tellWishers(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  contest: Contest,
  training: Training,
  code: Told,
): Promise<void> {
  const data = trainingData(contest, training);
  const ofUnits = new Map<string, number>();
  for (const wisher of await wishersOf(ctx.h, training.eventId)) {
    await tellEntrant(ctx, wisher, code, data);
    if (wisher.accountId === null && wisher.unitId !== null)
      ofUnits.set(wisher.unitId, (ofUnits.get(wisher.unitId) ?? 0) + 1);
  }
  for (const unit of await findUnits(ctx.h, [...ofUnits.keys()]))
    for (const { accountId } of await agentsOf(ctx.h, unit.id))
      await tellAccount(ctx, {
        accountId,
        code,
        data: { ...data, unitName: unit.name, people: ofUnits.get(unit.id) ?? 0 },
      });
}

/** Tells one who wants it from now on, as long as it lies ahead. */
export const tellWisher = (
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  contest: Contest,
  training: Training,
  wisher: Pick<Wisher, 'id' | 'accountId' | 'isListed'>,
): Promise<void> => tellEntrant(ctx, wisher, 'contest-training-set', trainingData(contest, training));

/** What a message says of a training. */
export const trainingData = (
  { notice, rule }: Contest,
  { stage, version, day, startsAt, endsAt, place, note, cancelReason }: Training,
): Readonly<Record<string, string | number | null>> => ({
  title: notice.title.value,
  stage: stageNameOf(rule, stage),
  day,
  startsAt,
  ...(endsAt === null ? {} : { endsAt }),
  place,
  ...(note === null ? {} : { note }),
  ...(version > 1 && cancelReason === null ? { changed: 1 } : {}),
  ...(cancelReason === null ? {} : { reason: cancelReason }),
});
