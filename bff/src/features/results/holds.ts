import type { Context } from '../../platform/http';
import { undecidedBreaches } from '../invigilation';
import type { Session } from '../sessions';
import type { Examinee } from './examinees';
import { heldAmong, holdOne, releaseOne } from './hold.repository';
import type { NewMark } from './score-sheet.policy';

type Held = { readonly sessionId: string; readonly bodyId: string };

/** Holds the results of those whom the door saw breaking a rule and of whom nobody has decided what follows; gives them. */
export async function holdUndecided(
  ctx: Context,
  { id: sessionId, bodyId }: Pick<Session, 'id' | 'bodyId'>,
  examinees: readonly Pick<Examinee, 'participantId'>[],
): Promise<ReadonlySet<string>> {
  const open = await undecidedBreaches(ctx.h, sessionId);
  const held = examinees.filter(({ participantId }) => open.has(participantId));
  for (const { participantId } of held) {
    const by = open.get(participantId) ?? '';
    await holdOne(ctx.h, { bodyId, sessionId, participantId, cause: 'breach', heldAt: ctx.now.ms, heldBy: by });
  }
  return new Set(held.map(({ participantId }) => participantId));
}

/** Marks that say 作弊 hold their person's result; any other mark in its place lets it go. */
export async function followMarks(
  ctx: Context,
  { sessionId, bodyId }: Held,
  given: {
    readonly marks: readonly NewMark[];
    readonly accountId: string;
    readonly stillCheating: ReadonlySet<string>;
  },
): Promise<void> {
  const before = await heldAmong(ctx.h, [...new Set(given.marks.map(({ participantId }) => participantId))]);
  for (const { participantId, special } of given.marks) {
    if (special === 'cheating') {
      const hold = { bodyId, sessionId, participantId, cause: 'mark' as const, heldBy: given.accountId };
      await holdOne(ctx.h, { ...hold, heldAt: ctx.now.ms });
    } else if (before.get(participantId) === 'mark' && !given.stillCheating.has(participantId))
      await releaseOne(ctx.h, { participantId, cause: 'mark' }, ctx.now.ms);
  }
}

/** What held a result was decided elsewhere, which has put the marks right where they had to be. */
export const settleHold = async (ctx: Context, participantId: string): Promise<void> => {
  await releaseOne(ctx.h, { participantId, cause: 'mark' }, ctx.now.ms);
  await releaseOne(ctx.h, { participantId, cause: 'breach' }, ctx.now.ms);
};
