import type { ResultView } from '@jikaotong/shared/contract';
import { subjectVerdictWord } from '@jikaotong/shared/words';

type Subject = ResultView['subjects'][number];

/** `86.5 分 合格`; an absent one only 缺考, a kept pass 成绩保留. */
export function subjectWords({ points, absent, cancelled, passed }: Subject): string {
  if (cancelled) return subjectVerdictWord('cancelled');
  if (absent) return subjectVerdictWord('absent');
  if (points === null) return subjectVerdictWord(passed ? 'kept' : 'unrecorded');
  return `${points} 分 ${subjectVerdictWord(passed ? 'passed' : 'failed')}`;
}
