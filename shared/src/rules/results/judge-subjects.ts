import { PASS_SCORE, type Score } from '../../kernel';
import type { SubjectCode } from '../../notice';

/** The recorded mark of one subject; null score: absent. */
export type Mark = { readonly subject: SubjectCode; readonly score: Score | null };

/** `kept`: passed before and still valid; `cancelled`: by a breach, whatever the mark; `unrecorded`: no mark yet. */
export type SubjectVerdict = {
  readonly subject: SubjectCode;
  readonly verdict: 'passed' | 'failed' | 'absent' | 'kept' | 'cancelled' | 'unrecorded';
  readonly score: Score | null;
};

export type Outcome = 'passed' | 'failed' | 'absent' | 'incomplete';

/** Every subject of the offering in its order: at least 60 of 100 each (国家职业标准编制技术规程), no averaging. */
export const judgeSubjects = (input: {
  subjects: readonly SubjectCode[];
  marks: readonly Mark[];
  kept?: readonly SubjectCode[];
  cancelled?: readonly SubjectCode[];
}): readonly SubjectVerdict[] =>
  input.subjects.map((subject): SubjectVerdict => {
    if (input.cancelled?.includes(subject)) return { subject, verdict: 'cancelled', score: null };
    const mark = input.marks.find((candidate) => candidate.subject === subject);
    if (!mark) {
      return { subject, verdict: input.kept?.includes(subject) ? 'kept' : 'unrecorded', score: null };
    }
    if (mark.score === null) return { subject, verdict: 'absent', score: null };
    return { subject, verdict: mark.score >= PASS_SCORE ? 'passed' : 'failed', score: mark.score };
  });

/** `absent` only when no subject was sat; `incomplete` while any mark is missing. */
export function outcomeOf(verdicts: readonly SubjectVerdict[]): Outcome {
  const has = (verdict: SubjectVerdict['verdict']) => verdicts.some((one) => one.verdict === verdict);
  if (has('unrecorded') || verdicts.length === 0) return 'incomplete';
  if (!has('failed') && !has('absent') && !has('cancelled')) return 'passed';
  const sat = verdicts.filter((one) => one.verdict !== 'kept');
  return sat.every((one) => one.verdict === 'absent') ? 'absent' : 'failed';
}
