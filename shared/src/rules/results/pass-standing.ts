import { type Clause, type LocalDate, laterOf } from '../../kernel';
import type { RetakeRule, SubjectCode } from '../../notice';
import { keptRowOf, lastDayOfYears } from '../calendar';
import type { SubjectVerdict } from './judge-subjects';

/**
 * One application of a person to an offering of a body, by the rule of its own notice. What ended before it was examined
 * (withdrawn, rejected, lapsed, cancelled with its session) is none: it uses no chance and forfeits nothing.
 */
export type Attempt = {
  readonly id: string;
  /** The first sitting whose passes it builds on; null: all subjects anew. */
  readonly retakeOf: string | null;
  /** When it was first handed in; null: a draft. */
  readonly appliedOn: LocalDate | null;
  readonly rule: RetakeRule | null;
  readonly level: number | null;
  /** Null: not published yet. */
  readonly result: {
    readonly examEnd: LocalDate;
    readonly publishedOn: LocalDate;
    readonly verdicts: readonly SubjectVerdict[];
  } | null;
  /** Brought in from before: the last day as it was printed then, and chances used since. */
  readonly earlier?: { readonly until: LocalDate | null; readonly chancesUsed: number };
};

/** A passed subject that need not be taken again from `from` through `until`. */
export type KeptPass = {
  readonly subject: SubjectCode;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** The last day of the exam in which it was passed. */
  readonly examEnd: LocalDate;
  readonly source: Clause;
};

export type NoRetake =
  | 'not-published'
  | 'retake-unstated'
  | 'retake-not-needed'
  | 'retake-nothing-kept'
  | 'retake-forfeited'
  | 'retake-under-way'
  | 'retake-chances-used'
  | 'retake-over';

export type PassStanding = {
  readonly rootId: string;
  /** The last sitting of those that build on one another; where people look for what is next. */
  readonly lastId: string;
  /** Every pass, also one that is over or given up. */
  readonly passes: readonly KeptPass[];
  /** What is to be taken again on that day; all that is not kept then. */
  readonly subjects: readonly SubjectCode[];
  /** The last day on which anything is kept; null: nothing. */
  readonly until: LocalDate | null;
  readonly chances: { readonly used: number; readonly left: number | null };
  readonly source: Clause | null;
  /** Null: it may be taken again. */
  readonly no: NoRetake | null;
  /** The application that is under way, or that gave the passes up, with the clause that says so. */
  readonly by: { readonly id: string; readonly source: Clause | null } | null;
};

/**
 * How the passes of a first sitting stand on a day. `attempts`: all of the same person, body, occupation, type and level.
 * A pass counts from the day the notice counts from; a retake examined uses a chance, one missed by the notice's setting.
 */
export function passStandingOf(attempts: readonly Attempt[], root: Attempt, day: LocalDate): PassStanding {
  const retakes = attempts.filter(({ retakeOf }) => retakeOf === root.id);
  const sat = [root, ...retakes.filter(isPublished)].toSorted(byPublication).filter(isPublished);
  const last = sat.at(-1) ?? root;
  const row = keptRowOf(root.rule, root.level);
  const passes = passesOf(root, sat);
  const until = passes.reduce<LocalDate | null>((end, pass) => (end ? laterOf(end, pass.until) : pass.until), null);
  const used = (root.earlier?.chancesUsed ?? 0) + retakes.filter((one) => usesChance(one, root.rule)).length;
  const left = row === null || row.chances === null ? null : Math.max(0, row.chances - used);
  const all = root.result?.verdicts.map(({ subject }) => subject) ?? [];
  const kept = passes.filter((pass) => day <= pass.until).map(({ subject }) => subject);
  const underWay = retakes.find(({ result }) => result === null);
  const forfeit = until === null ? null : forfeitOf(attempts, root, until);
  return {
    rootId: root.id,
    lastId: last.id,
    passes,
    subjects: all.filter((subject) => !kept.includes(subject)),
    until,
    chances: { used, left },
    source: row?.source ?? null,
    no: whyNot(),
    by: forfeit ?? (underWay ? { id: underWay.id, source: null } : null),
  };

  function whyNot(): NoRetake | null {
    if (!isPublished(root)) return 'not-published';
    if (hasAll(last)) return 'retake-not-needed';
    if (row === null) return 'retake-unstated';
    if (until === null) return 'retake-nothing-kept';
    if (forfeit) return 'retake-forfeited';
    if (underWay) return 'retake-under-way';
    if (left === 0) return 'retake-chances-used';
    return day <= until ? null : 'retake-over';
  }
}

type Published = Attempt & { readonly result: NonNullable<Attempt['result']> };
const isPublished = (attempt: Attempt): attempt is Published => attempt.result !== null;
const byPublication = (one: Attempt, other: Attempt) =>
  (one.result?.publishedOn ?? '') < (other.result?.publishedOn ?? '') ? -1 : 1;

/** Nothing of a sitting is missing: what was taken passed, the rest was kept. */
const hasAll = ({ result }: Attempt): boolean =>
  result !== null && result.verdicts.every(({ verdict }) => verdict === 'passed' || verdict === 'kept');

function passesOf(root: Attempt, sat: readonly Published[]): readonly KeptPass[] {
  const row = keptRowOf(root.rule, root.level);
  const first = root.result?.publishedOn;
  if (row === null || root.rule === null || first === undefined) return [];
  const passes = new Map<SubjectCode, KeptPass>();
  for (const { id, result } of sat) {
    const from = startOf(root.rule, { ...result, first });
    const printed = id === root.id ? (root.earlier?.until ?? null) : null;
    const until = printed ?? lastDayOfYears(from, row.years);
    for (const { subject, verdict } of result.verdicts)
      if (verdict === 'passed')
        passes.set(subject, { subject, from, until, examEnd: result.examEnd, source: row.source });
  }
  return [...passes.values()];
}

function startOf(
  rule: RetakeRule,
  days: { readonly examEnd: LocalDate; readonly publishedOn: LocalDate; readonly first: LocalDate },
): LocalDate {
  switch (rule.keptFrom.value) {
    case 'published':
      return days.publishedOn;
    case 'first-published':
      return days.first;
    case 'exam-end':
      return days.examEnd;
  }
}

/** Examined, or missed where the notice counts that. */
const usesChance = ({ result }: Attempt, rule: RetakeRule | null): boolean =>
  result !== null &&
  (rule?.absenceUsesChance.value === true ||
    result.verdicts.some(({ verdict }) => verdict !== 'absent' && verdict !== 'kept'));

/** A new application under a notice by which it gives up what is kept, handed in while something was. */
function forfeitOf(attempts: readonly Attempt[], root: Attempt, until: LocalDate): PassStanding['by'] {
  const from = root.result?.publishedOn;
  const by = attempts.find(
    ({ id, retakeOf, appliedOn, rule }) =>
      id !== root.id &&
      retakeOf === null &&
      appliedOn !== null &&
      from !== undefined &&
      appliedOn >= from &&
      appliedOn <= until &&
      rule?.newApplicationForfeits.value === true,
  );
  return by ? { id: by.id, source: by.rule?.newApplicationForfeits.source ?? null } : null;
}
