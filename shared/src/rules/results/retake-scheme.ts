import { type Clause, type Fen, type LocalDate, earlierOf } from '../../kernel';
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

/** A version that holds, with the day from which exams were as it says; before it, where it changed fees alone. */
export type StandingScheme = RetakeScheme & { readonly changedOn: LocalDate };

/**
 * The version that holds for somebody who first sat on a day and takes it again on another: the latest whose day has come
 * by then; null where there is none, or the first sitting was examined that way already.
 */
export function schemeFor(
  schemes: readonly RetakeScheme[],
  { satOn, examOn }: { readonly satOn: LocalDate; readonly examOn: LocalDate },
): StandingScheme | null {
  const [standing, ...before] = schemes
    .filter(({ from }) => from <= examOn)
    .toSorted((one, other) => other.version - one.version);
  if (!standing) return null;
  const other = before.findIndex((version) => modeOf(version) !== modeOf(standing));
  const alike = other < 0 ? before : before.slice(0, other);
  const changedOn = alike.reduce((day, { from }) => earlierOf(day, from), standing.from);
  return satOn < changedOn ? { ...standing, changedOn } : null;
}

/** All that a version says but its fees. */
const modeOf = ({ rows }: RetakeScheme): string =>
  JSON.stringify(rows.map(({ subject, of, kept }) => [subject, of.toSorted(), kept]).toSorted());

/**
 * What is to be taken again under a scheme: every subject but those that are passed as they are now, and those that take
 * over nothing but passes. `passes`: what is kept on the day, with the day on which it was examined.
 */
export function subjectsUnder(
  { changedOn, rows }: Pick<StandingScheme, 'changedOn' | 'rows'>,
  passes: readonly { readonly subject: SubjectCode; readonly examEnd: LocalDate }[],
): readonly SubjectCode[] {
  const passed = (subject: SubjectCode, asNow: boolean) =>
    passes.some((pass) => pass.subject === subject && pass.examEnd >= changedOn === asNow);
  const isKept = ({ subject, of, kept }: SchemeRow) =>
    passed(subject, true) || (kept && of.length > 0 && of.every((one) => passed(one, false)));
  return rows.filter((row) => !isKept(row)).map(({ subject }) => subject);
}

/** What of these subjects costs something else than the notice prints. */
export const chargesOf = (
  scheme: Pick<RetakeScheme, 'version' | 'rows'>,
  subjects: readonly SubjectCode[],
): readonly Charge[] =>
  scheme.rows.flatMap(({ subject, feeFen }) =>
    feeFen !== null && subjects.includes(subject) ? [{ item: subject, fen: feeFen, source: schemeClause(scheme) }] : [],
  );

/** Where a fee comes from that a plan of the body sets. */
const schemeClause = ({ version }: Pick<RetakeScheme, 'version'>): Clause => ({
  standard: `机构补考方案第${version}版`,
});
