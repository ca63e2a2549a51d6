import { type Notice, type Offering, leavesOf } from '@jikaotong/shared/notice';
import type { OccupationField, School } from '@jikaotong/shared/notice';

/** Occupations that count for any condition of the offering, its own first, as offered in a list. */
export function occupationOptions(notice: Notice, offering: Offering): readonly string[] {
  const fields = offering.routes
    .flatMap(({ condition }) => leavesOf(condition))
    .flatMap(({ leaf }): (OccupationField | null)[] =>
      leaf.kind === 'experience' || leaf.kind === 'certificate' || leaf.kind === 'title' || leaf.kind === 'declared'
        ? [leaf.field]
        : [],
    );
  const lists = new Set(fields.flatMap((field) => (field?.related ? [field.related] : [])));
  const related = notice.relatedOccupations
    .filter(({ id }) => lists.has(id))
    .flatMap(({ names }) => names.map(({ raw, corrected }) => corrected ?? raw));
  return [...new Set([offering.occupation, ...related])];
}

/** Majors printed for a kind of school. */
export function majorOptions(notice: Notice, school: School): readonly string[] {
  return notice.relatedMajors
    .filter(({ schools }) => schools.includes(school))
    .flatMap(({ names }) => names.map(({ raw, corrected }) => corrected ?? raw));
}

/** Schools that any condition of the offering names. */
export function schoolOptions(offering: Offering): readonly School[] {
  const named = offering.routes
    .flatMap(({ condition }) => leavesOf(condition))
    .flatMap(({ leaf }) => (leaf.kind === 'diploma' ? leaf.schools : []));
  return [...new Set(named)];
}

/** The words of the condition that a statement stands for. */
export function statementQuote(notice: Notice, offering: Offering, statement: string): string | null {
  const leaf = [...notice.conditions, ...offering.routes.map(({ condition }) => condition)]
    .flatMap((condition) => leavesOf(condition).map((found) => found.leaf))
    .find((found) => found.kind === 'declared' && found.statement === statement);
  if (!leaf || !('clause' in leaf.source)) return null;
  return leaf.source.corrected ?? leaf.source.quote;
}
