import type { Context } from '../../platform/http';
import { refuse } from '../../platform/http';
import { takeTurn } from './desk.repository';
import { type StageEntrant, addNotes, changeEntrantIf, entrantsIn } from './entrant.repository';
import { noteOf } from './note';
import { type FrozenStage, refuseCancelled } from './stage';
import type { StageNoteRow } from './stage.record';

type Came = ReadonlyMap<string, 'present' | 'absent'>;

/**
 * Of whom it is news whether they came to the rooms, by participant. Whoever has a mark was there for another part; who is disqualified
 * or withdrawn stays so.
 */
export const standingsToTake = <E extends StageEntrant>(entrants: readonly E[], came: Came) =>
  entrants.flatMap((entrant) => {
    const standing = came.get(entrant.participantId);
    if (standing === undefined || (entrant.standing === standing && entrant.version > 0)) return [];
    if (entrant.standing !== 'present' && entrant.standing !== 'absent') return [];
    const isMarked = entrant.theory !== null || entrant.skill !== null;
    return standing === 'absent' && isMarked ? [] : [{ entrant, standing }];
  });

/**
 * Who came to the rooms of a stage becomes how they stood, for somebody else to confirm where it changes a rank; tells how many were
 * noted each way. Refuses `wrong-state` once ranks are published, `changed-meanwhile`.
 */
export async function takeAttendance(
  ctx: Context,
  stage: FrozenStage,
  { came, accountId }: { readonly came: Came; readonly accountId: string },
): Promise<{ readonly present: number; readonly absent: number }> {
  refuseCancelled(stage);
  if (stage.desk.revision > 0) refuse('wrong-state', { state: 'ranks-published' });
  if (!(await takeTurn(ctx.h, stage.desk))) refuse('changed-meanwhile');
  const notes: StageNoteRow[] = [];
  for (const { entrant, standing } of standingsToTake(await entrantsIn(ctx.h, stage.id), came)) {
    // that somebody came who counted as present all along changes no rank: nobody has to look at it again
    const standingOpenBy = entrant.standing === standing ? null : accountId;
    if (!(await changeEntrantIf(ctx.h, entrant, { standing, standingOpenBy }))) refuse('changed-meanwhile');
    notes.push(noteOf(ctx, { entrant, part: 'standing', what: { standing }, accountId, source: 'door', reason: null }));
  }
  if (notes.length > 0) await addNotes(ctx.h, notes);
  const noted = (standing: string) => notes.filter((one) => one.standing === standing).length;
  const counts = { present: noted('present'), absent: noted('absent') };
  ctx.audit('stage-attendance-taken', { stageId: stage.id, noticeId: stage.notice.id }, counts);
  return counts;
}
