import { SCHOOLS, leavesOf } from '@jikaotong/shared/notice';
import type { School } from '@jikaotong/shared/notice';
import { relatedListsOf } from '../lists-of';
import type { AskedNotice, AskedOffering } from './asked';

type Offerings = readonly AskedOffering[];

/** Occupations that count for any condition of the offerings, their own first, as offered in a list. */
export function occupationOptions(notice: AskedNotice, offerings: Offerings): readonly string[] {
  const conditions = offerings.flatMap(({ routes }) => routes.map(({ condition }) => condition));
  const related = relatedListsOf(notice, conditions).occupations.flatMap(({ names }) =>
    names.map(({ raw, corrected }) => corrected ?? raw),
  );
  return [...new Set([...offerings.map(({ occupation }) => occupation), ...related])];
}

/** Majors printed for a kind of school. */
export function majorOptions(notice: AskedNotice, school: School): readonly string[] {
  return notice.relatedMajors
    .filter(({ schools }) => schools.includes(school))
    .flatMap(({ names }) => names.map(({ raw, corrected }) => corrected ?? raw));
}

/** Schools that any condition of the offerings names; all of them where this phone reads no conditions. */
export function schoolOptions(offerings: Offerings): readonly School[] {
  const named = offerings
    .flatMap(({ routes }) => routes)
    .flatMap(({ condition }) => leavesOf(condition))
    .flatMap(({ leaf }) => (leaf.kind === 'diploma' ? leaf.schools : []));
  return named.length === 0 ? SCHOOLS : [...new Set(named)];
}

/** The condition that a statement stands for, and for which occupations it is asked; null where none is printed. */
export function statementLeaf(notice: AskedNotice, offerings: Offerings, statement: string) {
  const found = [...notice.conditions, ...offerings.flatMap(({ routes }) => routes.map(({ condition }) => condition))]
    .flatMap((condition) => leavesOf(condition))
    .find(({ leaf }) => leaf.kind === 'declared' && leaf.statement === statement);
  return found ? found.leaf : null;
}

/** The occupations whose conditions ask for a statement. */
export function statementOccupations(offerings: Offerings, statement: string): readonly string[] {
  const asking = offerings.filter(({ routes }) =>
    routes.some(({ condition }) =>
      leavesOf(condition).some(({ leaf }) => leaf.kind === 'declared' && leaf.statement === statement),
    ),
  );
  return [...new Set(asking.map(({ occupation }) => occupation))];
}
