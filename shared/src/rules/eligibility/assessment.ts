import type { Clause, LocalDate } from '../../kernel';
import type { ConditionLeaf, DocumentTree, FactName } from '../../notice';

/** From best to worst; between routes the best wins, inside one route the worst. */
export const VERDICTS = ['eligible', 'needs-review', 'undecided', 'ineligible'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const DOUBTS = [
  'job-occupation-not-listed',
  'job-days-decide',
  'certificate-occupation-not-listed',
  'certificate-of-higher-level',
  'title-occupation-not-listed',
  'title-of-higher-grade',
  'major-not-listed',
  'major-category-to-judge',
  'declared-without-letter',
  'declared-no-to-judge',
  'born-on-cut-off',
  'retirement-line-unknown',
  'retirement-line-stated',
] as const;
export type DoubtCode = (typeof DOUBTS)[number];

export const SHORTFALLS = [
  'too-young',
  'too-old',
  'born-too-late',
  'past-retirement-age',
  'experience-short',
  'certificate-missing',
  'certificate-held-too-briefly',
  'diploma-missing',
  'diploma-unfinished',
  'diploma-of-other-major',
  'title-missing',
  'title-held-too-briefly',
  'residence-short',
  'not-working',
  'declared-no',
] as const;
export type ShortfallCode = (typeof SHORTFALLS)[number];

/** Values for the sentence of a code: names, numbers of years or days, `list` open / closed / none. */
export type ReasonData = Readonly<Record<string, string | number | readonly string[]>>;

/** What staff must judge. */
export type Doubt = { readonly code: DoubtCode; readonly data: ReasonData; readonly source: Clause };
/** What is not there. */
export type Shortfall = { readonly code: ShortfallCode; readonly data: ReasonData; readonly source: Clause };

/** How one leaf or tree stands, with every reason. */
export type Standing =
  | { readonly verdict: 'eligible' }
  | { readonly verdict: 'needs-review'; readonly doubts: readonly Doubt[] }
  | { readonly verdict: 'undecided'; readonly missing: readonly FactName[] }
  | { readonly verdict: 'ineligible'; readonly shortfalls: readonly Shortfall[] };

/** A condition tree with the standing of every node: what the reviewer and the phone show, clause and quote in each leaf. */
export type Trace =
  | { readonly kind: 'leaf'; readonly leaf: ConditionLeaf; readonly standing: Standing }
  | { readonly kind: 'allOf' | 'anyOf'; readonly of: readonly Trace[]; readonly standing: Standing };

/** One condition of the notice, judged together with the notice-wide ones. */
export type RouteAssessment =
  | { route: string; verdict: 'eligible'; documents: DocumentTree | null; source: Clause }
  | {
      route: string;
      verdict: 'needs-review';
      doubts: readonly Doubt[];
      documents: DocumentTree | null;
      source: Clause;
    }
  | { route: string; verdict: 'undecided'; missing: readonly FactName[]; source: Clause }
  | {
      route: string;
      verdict: 'ineligible';
      shortfalls: readonly Shortfall[];
      earliestOn: LocalDate | null;
      source: Clause;
    };

/**
 * The whole answer. `earliestOn`: the first day on which the same facts, continued, are no longer ineligible (null when
 * they are not ineligible, or never will be otherwise). `missing`: facts that could still better the verdict, the most
 * useful question first.
 */
export type Assessment = {
  verdict: Verdict;
  routes: readonly RouteAssessment[];
  earliestOn: LocalDate | null;
  missing: readonly FactName[];
};
