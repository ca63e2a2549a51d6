import type { SchemeRow } from '../rules/results';
import { subjectWord } from './levels';
import { yuanWords } from './money';

/** What becomes of a subject where the exam mode has changed, as whoever takes it again reads it. */
export function schemeRowWords({ subject, of, kept, feeFen }: SchemeRow): string {
  const before = of.map((one) => subjectWord(one)).join('、');
  const keeps =
    of.length === 0
      ? '新增的科目，都要考'
      : kept
        ? `原来的${before}合格的，成绩保留`
        : `原来的${before}成绩不再保留，都要考`;
  return `${subjectWord(subject)}：${keeps}${feeFen === null ? '' : `；补考费${yuanWords(feeFen)}`}`;
}
