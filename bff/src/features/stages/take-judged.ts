import type { StagePart } from '@jikaotong/shared/contract';
import type { Score } from '@jikaotong/shared/kernel';
import { type Context, refuse } from '../../platform/http';
import { takeTurn } from './desk.repository';
import { addNotes, changeEntrantIf, entrantsIn } from './entrant.repository';
import { noteOf } from './note';
import { type FrozenStage, refuseCancelled } from './stage';
import type { StageNoteRow } from './stage.record';

/**
 * The combined marks of judges become those of a stage, by the candidate's id, noted by one and confirmed by another. Refuses
 * `wrong-state` once ranks are published, `changed-meanwhile`.
 */
export async function takeJudged(
  ctx: Context,
  stage: FrozenStage,
  given: {
    readonly part: StagePart;
    readonly marks: ReadonlyMap<string, Score>;
    readonly recordedBy: string;
    readonly confirmedBy: string;
  },
): Promise<void> {
  const { part, marks, recordedBy: accountId, confirmedBy } = given;
  refuseCancelled(stage);
  if (stage.desk.revision > 0) refuse('wrong-state', { state: 'ranks-published' });
  if (!(await takeTurn(ctx.h, stage.desk))) refuse('changed-meanwhile');
  const notes: StageNoteRow[] = [];
  for (const entrant of await entrantsIn(ctx.h, stage.id)) {
    const score = marks.get(entrant.candidateId);
    if (score === undefined) continue;
    const set = part === 'theory' ? { theory: score, theoryOpenBy: null } : { skill: score, skillOpenBy: null };
    if (!(await changeEntrantIf(ctx.h, entrant, set))) refuse('changed-meanwhile');
    const note = noteOf(ctx, { entrant, part, what: { score }, accountId, source: 'judges', reason: null });
    notes.push({ ...note, confirmedBy, confirmedAt: ctx.now.ms });
  }
  await addNotes(ctx.h, notes);
}
