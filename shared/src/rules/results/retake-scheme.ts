import type { Clause, Fen, LocalDate } from '../../kernel';
import type { SubjectCode } from '../../notice';
import type { Charge } from '../fees';

/** What a subject takes over of what was examined before the exam mode changed. */
export type SchemeRow = {
  /** As it is examined now. */
  readonly subject: SubjectCode;
  /** What it was examined as before; empty: nothing. */
  readonly of: readonly SubjectCode[];
  /** Whoever passed all of these keeps it. */
  readonly kept: boolean;
  /** What taking it again costs; null: as the notice prints it. */
  readonly feeFen: Fen | null;
};

/** 补考方案 (S25 四（三）): a version of what holds of an offering's retakes for exams from a day on. */
export type RetakeScheme = {
  readonly id: string;
  readonly version: number;
  readonly from: LocalDate;
  readonly rows: readonly SchemeRow[];
};

/**
 * The version that holds for somebody who first sat on a day and takes it again on another: the latest whose day has come
 * by then; null where there is none, or the first sitting was examined that way already.
 */
export function schemeFor(
  schemes: readonly RetakeScheme[],
  { satOn, examOn }: { readonly satOn: LocalDate; readonly examOn: LocalDate },
): RetakeScheme | null {
  const [standing] = schemes.filter(({ from }) => from <= examOn).toSorted((one, other) => other.version - one.version);
  return standing && satOn < standing.from ? standing : null;
}

/**
 * What is to be taken again under a scheme: every subject but those that are passed as they are now, and those that take
 * over nothing but passes. `passes`: what is kept on the day, with the day on which it was examined.
 */
export function subjectsUnder(
  { from, rows }: Pick<RetakeScheme, 'from' | 'rows'>,
  passes: readonly { readonly subject: SubjectCode; readonly examEnd: LocalDate }[],
): readonly SubjectCode[] {
  const passed = (subject: SubjectCode, asNow: boolean) =>
    passes.some((pass) => pass.subject === subject && pass.examEnd >= from === asNow);
  const isKept = ({ subject, of, kept }: SchemeRow) =>
    passed(subject, true) || (kept && of.length > 0 && of.every((one) => passed(one, false)));
  return rows.filter((row) => !isKept(row)).map(({ subject }) => subject);
}

/** What of these subjects costs something else than the notice prints. */
export const chargesOf = (
  scheme: Pick<RetakeScheme, 'version' | 'from' | 'rows'>,
  subjects: readonly SubjectCode[],
): readonly Charge[] =>
  scheme.rows.flatMap(({ subject, feeFen }) =>
    feeFen !== null && subjects.includes(subject) ? [{ item: subject, fen: feeFen, source: schemeClause(scheme) }] : [],
  );

/** Where a subject to be taken, and its fee, come from. */
export const schemeClause = ({ version, from }: Pick<RetakeScheme, 'version' | 'from'>): Clause => ({
  assumed: `机构补考方案第${version}版，${from}起的考试执行`,
});
