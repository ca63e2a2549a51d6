import type { JudgeConflict } from '@jikaotong/shared/contract';
import { type Score, isScore } from '@jikaotong/shared/kernel';
import { totalOf } from '@jikaotong/shared/rules/judging';
import { type Handle, newId } from '../../platform/db';
import type { DrawnPlace } from '../draws';
import { type JudgeMark, addMark, changeMarkIf, findMark } from './judge-mark.repository';
import type { MarkingSheet } from './judging.repository';

/** One judge's marks of a number, item by item; null where they are none of the sheet. */
export function readMarks(
  { items }: Pick<MarkingSheet, 'items'>,
  given: readonly number[],
): { readonly marks: readonly Score[]; readonly total: Score } | null {
  const marks = given.filter(isScore);
  const total = totalOf(items, marks);
  return total.ok && marks.length === given.length ? { marks, total: total.value } : null;
}

type Given = Pick<JudgeMark, 'judgingId' | 'judgeId' | 'run' | 'marks' | 'total' | 'source' | 'openBy'> & {
  readonly place: Pick<DrawnPlace, 'id' | 'candidateId'>;
  /** The version it changes, 0 for the first; null: whatever stands there. */
  readonly base: number | null;
};

/** Writes the mark that counts, over exactly the version that was seen. `same`: it stands there already. */
export async function putMark(
  h: Handle,
  given: Given,
): Promise<'done' | 'same' | Extract<JudgeConflict, 'marked-otherwise'>> {
  const { place, base, judgingId, judgeId, run, marks, total, source, openBy } = given;
  const stands = await findMark(h, { judgeId, placeId: place.id, run });
  const set = { marks, total, source, openBy };
  if (stands && stands.marks.length === marks.length && stands.marks.every((mark, at) => mark === marks[at]))
    return 'same';
  if (base !== null && base !== (stands?.version ?? 0)) return 'marked-otherwise';
  if (stands) return (await changeMarkIf(h, stands, set)) ? 'done' : 'marked-otherwise';
  const { id: placeId, candidateId } = place;
  const row = { id: newId(), judgingId, judgeId, placeId, candidateId, run, version: 1, ...set };
  return (await addMark(h, row)) ? 'done' : 'marked-otherwise';
}
