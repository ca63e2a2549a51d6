import type { Clause, LocalDate } from '../../kernel';
import type { FactName, Facts, Notice, Offering } from '../../notice';
import type { Doubt, DoubtCode, ReasonData, Shortfall, ShortfallCode, Standing } from './assessment';

/** What a leaf is judged on. */
export type AssessmentInput = {
  readonly notice: Notice;
  readonly offering: Offering;
  readonly facts: Facts;
  readonly on: LocalDate;
};

/** A leaf's standing, and the days on which it may change while the facts continue. */
export type Judged = { readonly standing: Standing; readonly turns: readonly LocalDate[] };

export const met = (turns: readonly LocalDate[] = []): Judged => ({ standing: { verdict: 'eligible' }, turns });

export const unknown = (...missing: FactName[]): Judged => ({ standing: { verdict: 'undecided', missing }, turns: [] });

export const doubtful = (doubts: readonly Doubt[], turns: readonly LocalDate[] = []): Judged => ({
  standing: { verdict: 'needs-review', doubts },
  turns,
});

export const short = (shortfall: Shortfall, turns: readonly LocalDate[] = []): Judged => ({
  standing: { verdict: 'ineligible', shortfalls: [shortfall] },
  turns,
});

export const doubt = (code: DoubtCode, source: Clause, data: ReasonData = {}): Doubt => ({ code, data, source });
export const shortfall = (code: ShortfallCode, source: Clause, data: ReasonData = {}): Shortfall => ({
  code,
  data,
  source,
});

/** The days that exist. */
export const daysOf = (...days: (LocalDate | null)[]): LocalDate[] => days.filter((day) => day !== null);
