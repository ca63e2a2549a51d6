import type { MARK_SOURCES, StageNote, StagePart, StageStanding } from '@jikaotong/shared/contract';
import { type Score, parseScore } from '@jikaotong/shared/kernel';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { takeTurn } from './desk.repository';
import { type StageEntrant, addNotes, changeEntrantIf, confirmOne, openByOf } from './entrant.repository';
import { type FrozenStage, refuseCancelled } from './stage';
import { stagePlaceEnded } from './stage-events';
import { type StageNoteRow, noteWords } from './stage.record';

type Said = {
  readonly accountId: string;
  readonly source: (typeof MARK_SOURCES)[number];
  readonly reason: string | null;
};

/** Points as they are typed; refuses `mark-refused`. */
export function scoreOf(text: string): Score {
  const score = parseScore(text);
  return score.ok ? score.value : refuse('mark-refused', { code: 'not-points', value: text.slice(0, 12) });
}

/**
 * Notes one mark of an entrant as seen at a version. The same mark by a second person confirms it. Refuses
 * `changed-meanwhile`, `same-marker` for one's own mark once more, `nothing-changed` for one that is confirmed,
 * `stage-reason-needed` where another mark or a publication is already there.
 */
export async function noteMark(
  ctx: Context,
  stage: FrozenStage,
  given: { readonly entrant: StageEntrant; readonly part: StagePart; readonly score: Score } & Said,
): Promise<void> {
  const { entrant, part, score, accountId, reason } = given;
  refuseCancelled(stage);
  const before = entrant[part];
  if (!(await takeTurn(ctx.h, stage.desk))) refuse('changed-meanwhile');
  if (before === score) return confirmSame(ctx, given);
  if (reason === null && stage.desk.revision > 0) refuse('stage-reason-needed');
  const set = part === 'theory' ? { theory: score, theoryOpenBy: accountId } : { skill: score, skillOpenBy: accountId };
  if (!(await changeEntrantIf(ctx.h, entrant, set))) refuse('changed-meanwhile');
  await addNotes(ctx.h, [noteOf(ctx, { ...given, what: { score } })]);
  const ids = { stageId: stage.id, noticeId: stage.notice.id };
  ctx.audit('stage-mark-noted', ids, { part, number: entrant.number, again: before !== null });
}

/**
 * Notes how an entrant stood. Refuses `changed-meanwhile`, `same-marker`, `nothing-changed`, `witness-needed` and
 * `stage-reason-needed` where somebody is disqualified or ranks are published.
 */
export async function noteStanding(
  ctx: Context,
  stage: FrozenStage,
  given: { readonly entrant: StageEntrant; readonly standing: StageStanding; readonly witness: string | null } & Said,
): Promise<void> {
  const { entrant, standing, accountId, reason, witness } = given;
  refuseCancelled(stage);
  if (!(await takeTurn(ctx.h, stage.desk))) refuse('changed-meanwhile');
  // of the first version nothing is noted: that somebody came is news then
  if (entrant.standing === standing && entrant.version > 0) return confirmSame(ctx, { ...given, part: 'standing' });
  if (reason === null && (standing === 'disqualified' || stage.desk.revision > 0)) refuse('stage-reason-needed');
  if (witness === null && standing === 'disqualified') refuse('witness-needed');
  if (!(await changeEntrantIf(ctx.h, entrant, { standing, standingOpenBy: accountId }))) refuse('changed-meanwhile');
  await addNotes(ctx.h, [noteOf(ctx, { ...given, part: 'standing', what: { standing } })]);
  const ids = { stageId: stage.id, noticeId: stage.notice.id };
  ctx.audit('stage-standing-noted', ids, { number: entrant.number, standing });
}

async function confirmSame(
  ctx: Context,
  { entrant, part, accountId }: { entrant: StageEntrant; part: StageNote; accountId: string },
): Promise<void> {
  const open = openByOf(entrant, part);
  if (open === null) return refuse('nothing-changed');
  if (open === accountId) return refuse('same-marker');
  if (!(await confirmOne(ctx.h, entrant, { part, accountId, nowMs: ctx.now.ms }))) refuse('changed-meanwhile');
  if (part === 'standing') await endPlaceOf(ctx, entrant);
}

/** Whoever has stepped back, as two have said, holds nothing of the stage that is still to come. */
export async function endPlaceOf(ctx: Context, { standing, stageId, participantId, candidateId }: StageEntrant) {
  if (standing === 'withdrawn') await ctx.emit(stagePlaceEnded({ stageId, participantId, entryId: candidateId }));
}

/** What an entrant of the version after this one is noted by. */
export function noteOf(
  ctx: Pick<Context, 'ports' | 'now'>,
  given: Said & {
    readonly entrant: StageEntrant;
    readonly part: StageNote;
    readonly what: { readonly score: Score } | { readonly standing: StageStanding };
    readonly witness?: string | null;
  },
): StageNoteRow {
  const id = newId();
  const { crypto } = ctx.ports;
  const { entrant, part, what } = given;
  return {
    id,
    stageId: entrant.stageId,
    entrantId: entrant.id,
    candidateId: entrant.candidateId,
    version: entrant.version + 1,
    part,
    score: 'score' in what ? what.score : null,
    standing: 'standing' in what ? what.standing : null,
    reason: noteWords.sealIf(crypto, id, 'reason', given.reason),
    witness: noteWords.sealIf(crypto, id, 'witness', given.witness ?? null),
    source: given.source,
    recordedBy: given.accountId,
    recordedAt: ctx.now.ms,
    confirmedBy: null,
    confirmedAt: null,
  };
}
