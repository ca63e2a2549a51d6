import { PASS_SCORE, type Score } from '../../kernel';
import type { SubjectCode } from '../../notice';

/** Words that stand in the place of points: 作弊 · 免考 · 取消. */
export const SPECIAL_MARKS = ['cheating', 'exempt', 'cancelled'] as const;
export type SpecialMark = (typeof SPECIAL_MARKS)[number];

/** The recorded mark of one subject; without points and word: absent. */
export type Mark = {
  readonly subject: SubjectCode;
  readonly score: Score | null;
  readonly special?: SpecialMark | null;
};

/** `kept`: passed before and still valid; `cancelled`: by a breach, whatever the mark; `held`: cheating is said and not decided; `unrecorded`: no mark yet. */
export type SubjectVerdict = {
  readonly subject: SubjectCode;
  readonly verdict: 'passed' | 'failed' | 'absent' | 'kept' | 'cancelled' | 'held' | 'unrecorded';
  readonly score: Score | null;
};

export type Outcome = 'passed' | 'failed' | 'absent' | 'pending' | 'incomplete';

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
    if (mark.special) return { subject, verdict: MEANS[mark.special], score: null };
    if (mark.score === null) return { subject, verdict: 'absent', score: null };
    return { subject, verdict: mark.score >= PASS_SCORE ? 'passed' : 'failed', score: mark.score };
  });

const MEANS = { cheating: 'held', exempt: 'kept', cancelled: 'cancelled' } as const;

/** `absent` only when no subject was sat; `incomplete` while any mark is missing, `pending` while one is held. */
export function outcomeOf(verdicts: readonly SubjectVerdict[]): Outcome {
  const has = (verdict: SubjectVerdict['verdict']) => verdicts.some((one) => one.verdict === verdict);
  if (has('unrecorded') || verdicts.length === 0) return 'incomplete';
  if (has('held')) return 'pending';
  if (!has('failed') && !has('absent') && !has('cancelled')) return 'passed';
  const sat = verdicts.filter((one) => one.verdict !== 'kept');
  return sat.every((one) => one.verdict === 'absent') ? 'absent' : 'failed';
}
