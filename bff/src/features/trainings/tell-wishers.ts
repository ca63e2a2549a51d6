import type { MessageCode } from '@jikaotong/shared/contract';
import type { Context } from '../../platform/http';
import { type Contest, type Entrant, stageNameOf, tellEntrant, tellEntrants } from '../contests';
import type { Training } from './training.record';
import { wishersOf } from './training.repository';

type Told = Extract<MessageCode, `contest-training-${string}`>;

/** Tells everybody who wants a training, and the agents of a unit how many of theirs, without an account, want it. */
export async function tellWishers(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  contest: Contest,
  training: Training,
  code: Told,
): Promise<void> {
  const data = trainingData(contest, training);
  await tellEntrants(ctx, contest, await wishersOf(ctx.h, training.eventId), {
    code,
    dataOf: () => data,
    toAgents: ({ unitName, people }) => ({ code, data: { ...data, unitName, people } }),
  });
}

/** Tells one who wants it from now on, as long as it lies ahead. */
export const tellWisher = (
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  contest: Contest,
  training: Training,
  wisher: Pick<Entrant, 'id' | 'accountId' | 'isListed'>,
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
