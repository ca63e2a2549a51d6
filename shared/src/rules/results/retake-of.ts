import { type Clause, type LocalDate, laterOf } from '../../kernel';
import type { RetakeRule, SubjectCode } from '../../notice';
import { keptRowOf, lastDayOfYears } from '../calendar';
import type { SubjectVerdict } from './judge-subjects';

/** The days a kept pass may be counted from. */
export type ResultDays = {
  readonly examEnd: LocalDate;
  readonly publishedOn: LocalDate;
  /** That of the candidate's first sitting; the same day on a first sitting. */
  readonly firstPublishedOn: LocalDate;
};

/** A passed subject that need not be taken again through `until`. */
export type KeptPass = { readonly subject: SubjectCode; readonly until: LocalDate; readonly source: Clause };

/** One retake already sat; `absent`: registered but stayed away. */
export type PastRetake = { readonly absent: boolean };

export type Retake =
  | {
      readonly possible: true;
      readonly subjects: readonly SubjectCode[];
      readonly until: LocalDate;
      readonly chancesLeft: number | null;
      readonly source: Clause;
    }
  | {
      readonly possible: false;
      readonly code:
        'retake-unstated' | 'retake-not-needed' | 'retake-nothing-kept' | 'retake-chances-used' | 'retake-over';
      readonly data: { readonly until: LocalDate | null };
    };

/** The passes a sitting leaves valid: each passed subject for the notice's years, from the day the notice counts from. */
export function keptPasses(input: {
  rule: RetakeRule | null;
  level: number | null;
  verdicts: readonly SubjectVerdict[];
  days: ResultDays;
}): readonly KeptPass[] {
  const kept = keptRowOf(input.rule, input.level);
  if (!kept || !input.rule) return [];
  const until = lastDayOfYears(startOf(input.rule, input.days), kept.years);
  return input.verdicts
    .filter(({ verdict }) => verdict === 'passed' || verdict === 'kept')
    .map(({ subject }) => ({ subject, until, source: kept.source }));
}

/**
 * Whether the subjects not passed may be taken again on `day`: only while a pass is kept, within its last day, and with a
 * chance left. Absence uses up a chance unless the notice's setting says otherwise.
 */
export function retakeOf(input: {
  rule: RetakeRule | null;
  level: number | null;
  verdicts: readonly SubjectVerdict[];
  days: ResultDays;
  pastRetakes: readonly PastRetake[];
  day: LocalDate;
}): Retake {
  const { rule, level, verdicts, pastRetakes, day } = input;
  const refuse = (code: Extract<Retake, { possible: false }>['code'], until: LocalDate | null = null): Retake => ({
    possible: false,
    code,
    data: { until },
  });
  const row = keptRowOf(rule, level);
  if (!rule || !row) return refuse('retake-unstated');
  const subjects = verdicts
    .filter(({ verdict }) => verdict === 'failed' || verdict === 'absent' || verdict === 'cancelled')
    .map(({ subject }) => subject);
  if (subjects.length === 0) return refuse('retake-not-needed');
  const [first, ...others] = keptPasses(input);
  if (!first) return refuse('retake-nothing-kept');
  const used = pastRetakes.filter((retake) => !retake.absent || rule.absenceUsesChance.value).length;
  const chancesLeft = row.chances === null ? null : row.chances - used;
  if (chancesLeft !== null && chancesLeft <= 0) return refuse('retake-chances-used');
  const until = others.reduce((latest, { until: other }) => laterOf(latest, other), first.until);
  return day <= until
    ? { possible: true, subjects, until, chancesLeft, source: row.source }
    : refuse('retake-over', until);
}

function startOf(rule: RetakeRule, days: ResultDays): LocalDate {
  switch (rule.keptFrom.value) {
    case 'published':
      return days.publishedOn;
    case 'first-published':
      return days.firstPublishedOn;
    case 'exam-end':
      return days.examEnd;
  }
}
