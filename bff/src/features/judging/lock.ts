import type { BodyOf, judging as contract } from '@jikaotong/shared/contract';
import type { Score } from '@jikaotong/shared/kernel';
import { type Context, refuse } from '../../platform/http';
import { type FrozenStage, takeJudged } from '../stages';
import { countConflicts } from './judge-mark.repository';
import {
  type JudgingNow,
  combinedOf,
  uncheckedIn,
  isComplete,
  judgingNow,
  notBegunIn,
  outliersIn,
} from './judging-now';
import { type Judging, type MarkingSheet, lockIf, proposeLock, releaseKey, sheetOf } from './judging.repository';
import { refuseUnheld } from './key-holders';

/**
 * Locks the marks of a part at the turn that was seen: the first proposes, another locks, and the combined marks become the
 * stage's. Refuses what `lockMarks` declares.
 */
export async function lockMarks(ctx: Context, { stage, judging, turn, seen, accountId }: Locking): Promise<void> {
  if (judging.lockedAt !== null) refuse('wrong-state', { state: 'marks-locked' });
  if (judging.turn !== turn) refuse('changed-meanwhile');
  const by = { accountId, nowMs: ctx.now.ms };
  const recordedBy = judging.proposedTurn === turn ? judging.proposedBy : null;
  if (recordedBy === accountId) refuse('lock-by-another');
  // first of all writes: it holds the judging, and a mark that came after it was seen has made another turn
  const held = recordedBy === null ? await proposeLock(ctx.h, judging, by) : await lockIf(ctx.h, judging, by);
  if (!held) refuse('changed-meanwhile');
  const combined = await combinedMarks(ctx, judging, seen);
  const ids = { stageId: stage.id, noticeId: stage.notice.id };
  if (recordedBy === null) {
    ctx.audit('judge-marks-proposed', ids, { part: judging.part, numbers: combined.size });
    return;
  }
  await takeJudged(ctx, stage, { part: judging.part, marks: combined, recordedBy, confirmedBy: accountId });
  await releaseKey(ctx.h, stage.id);
  ctx.audit('judge-marks-locked', ids, { part: judging.part, numbers: combined.size });
}

type Locking = BodyOf<typeof contract.lockMarks> & {
  readonly stage: FrozenStage;
  readonly judging: Judging;
  readonly accountId: string;
};

/** The combined mark of every number with an entrant, by the candidate's id. */
async function combinedMarks(
  ctx: Context,
  judging: Judging,
  seen: Locking['seen'],
): Promise<ReadonlyMap<string, Score>> {
  const sheet = (await sheetOf(ctx.h, judging)) ?? refuse('wrong-state', { state: 'no-sheet' });
  const now = await judgingNow(ctx.h, ctx.ports.crypto, judging);
  await refuseUnready(ctx, judging, now);
  const [outliers, heats] = [outliersIn(now, sheet), notBegunIn(now, ctx.now.ms).length];
  if (outliers > seen.outliers || heats > seen.notBegun) refuse('lock-unseen', { outliers, heats });
  const marks = new Map<string, Score>();
  for (const at of now.places) if (at.isPresent) marks.set(at.place.candidateId, markOf(at, sheet));
  return marks;
}

async function refuseUnready(ctx: Context, judging: Judging, now: JudgingNow): Promise<void> {
  refuseUnheld(judging);
  const missing = now.places.filter((at) => !isComplete(at)).length;
  if (missing > 0) refuse('marks-missing', { numbers: missing });
  const unchecked = uncheckedIn(now);
  if (unchecked > 0) refuse('marks-unchecked', { marks: unchecked });
  const conflicts = await countConflicts(ctx.h, judging.id);
  if (conflicts > 0) refuse('judge-conflicts-open', { count: conflicts });
}

function markOf(at: JudgingNow['places'][number], sheet: MarkingSheet): Score {
  const { heat, station } = at.place;
  const combined = combinedOf(at, sheet);
  return combined.ok ? combined.value : refuse('marks-uncombined', { code: combined.error, heat, station });
}
