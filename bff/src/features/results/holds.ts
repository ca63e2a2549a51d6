import type { SubjectCode } from '@jikaotong/shared/notice';
import { type Context, defineEvent } from '../../platform/http';
import { cancelledByBreach, undecidedBreaches } from '../invigilation';
import { findParticipants } from '../participants';
import type { Session } from '../sessions';
import type { Examinee } from './examinees';
import { holdOne, releaseOne } from './hold.repository';
import type { StoredResult } from './result.record';
import { currentOf } from './result.repository';
import type { NewMark } from './score-sheet.policy';

type Place = { readonly sessionId: string; readonly bodyId: string };
type Said = { readonly participantId: string; readonly subject: SubjectCode; readonly accountId: string };

/** A mark says 作弊: conduct opens a case of it. */
export const cheatingMarked = defineEvent<Said>('cheatingMarked');
/** A mark says 作弊 no more. */
export const cheatingUnmarked = defineEvent<Said>('cheatingUnmarked');

/** Holds the results of those whom the door saw breaking a rule and of whom nobody has decided what follows; gives them. */
export async function holdUndecided(
  ctx: Context,
  { id: sessionId, bodyId }: Pick<Session, 'id' | 'bodyId'>,
  examinees: readonly Pick<Examinee, 'participantId'>[],
): Promise<ReadonlySet<string>> {
  const here = new Set(examinees.map(({ participantId }) => participantId));
  const held = new Set<string>();
  for (const { id, participantId, byAccountId } of await undecidedBreaches(ctx.h, sessionId)) {
    if (participantId === null || !here.has(participantId)) continue;
    const hold = { bodyId, sessionId, participantId, cause: 'door' as const, of: id };
    await holdOne(ctx.h, { ...hold, heldAt: ctx.now.ms, heldBy: byAccountId });
    held.add(participantId);
  }
  return held;
}

/** Marks that say 作弊 hold their person's result; any other mark in its place lets it go, unless something else holds it. */
export async function followMarks(
  ctx: Context,
  { sessionId, bodyId }: Place,
  given: {
    readonly marks: readonly NewMark[];
    readonly accountId: string;
    readonly before: readonly StoredResult[];
  },
): Promise<void> {
  const { marks, accountId, before } = given;
  const was = new Set(before.filter(isCheating).map(({ participantId, subject }) => `${participantId}:${subject}`));
  const turned = marks.filter((mark) => isCheating(mark) !== was.has(`${mark.participantId}:${mark.subject}`));
  for (const participantId of new Set(turned.map((mark) => mark.participantId)))
    await followMarksOf(ctx, { sessionId, bodyId, participantId });
  for (const mark of turned) {
    const said = { participantId: mark.participantId, subject: mark.subject, accountId };
    await ctx.emit(isCheating(mark) ? cheatingMarked(said) : cheatingUnmarked(said));
  }
}

const isCheating = ({ special }: Pick<StoredResult, 'special'>): boolean => special === 'cheating';

/** Whether a mark of somebody says 作弊 of which no decision has cancelled the result; holds the result where it does, else not. */
export async function followMarksOf(
  ctx: Context,
  { sessionId, bodyId, participantId }: Place & { readonly participantId: string },
): Promise<boolean> {
  const isCancelled = await cancelledByBreach(ctx.h, [participantId]);
  const cheating = (await currentOf(ctx.h, [participantId])).find(
    (mark) => isCheating(mark) && !isCancelled(participantId, mark.subject),
  );
  const hold = { bodyId, sessionId, participantId, cause: 'mark' as const };
  if (cheating) await holdOne(ctx.h, { ...hold, heldAt: ctx.now.ms, heldBy: cheating.recordedBy });
  else await releaseOne(ctx.h, hold, ctx.now.ms);
  return cheating !== undefined;
}

type OfCase = { readonly participantId: string; readonly breachId: string };

/** A case holds the result until it is decided; one that is published already stays so, and only its certificate waits. */
export async function holdForBreach(
  ctx: Context,
  { breachId, ...of }: Place & OfCase & { readonly heldBy: string },
): Promise<void> {
  const [row] = await findParticipants(ctx.h, [of.participantId]);
  const cause = row?.resultsPublishedOn ? ('later' as const) : ('breach' as const);
  await holdOne(ctx.h, { ...of, cause, of: breachId, heldAt: ctx.now.ms });
}

/** A case holds the result no more; what else does goes on. */
export async function releaseBreach(ctx: Context, { participantId, breachId }: OfCase): Promise<void> {
  for (const cause of ['breach', 'later'] as const)
    await releaseOne(ctx.h, { participantId, cause, of: breachId }, ctx.now.ms);
}

/** What the door recorded was decided, or goes on as a case. */
export const releaseDoorHold = async (
  ctx: Context,
  { participantId, doorActId }: { readonly participantId: string; readonly doorActId: string },
): Promise<void> => {
  await releaseOne(ctx.h, { participantId, cause: 'door', of: doorActId }, ctx.now.ms);
};
