import type { FactName } from '@jikaotong/shared/notice';

/** More questions than this tire people; the rest is asked in the application. */
export const MOST_QUESTIONS = 8;

type Asking = {
  readonly asked: readonly string[];
  /** Skipped with 不确定. */
  readonly unsure: readonly string[];
  /** Gone back to. */
  readonly reopened: FactName | null;
};

/**
 * The question to ask next for one offering or several at once: the fact that most of them miss, the quickest first; null
 * when no answer helps any more, or enough was asked.
 */
export function questionOf(
  { asked, unsure, reopened }: Asking,
  assessments: readonly { readonly missing: readonly FactName[] }[],
): FactName | null {
  if (reopened !== null) return reopened;
  if (asked.length >= MOST_QUESTIONS) return null;
  const open = [...new Set(assessments.flatMap(({ missing }) => missing))].filter((fact) => !unsure.includes(fact));
  const wantedBy = (fact: FactName) => assessments.filter(({ missing }) => missing.includes(fact));
  return open.reduce<FactName | null>((best, fact) => {
    if (best === null) return fact;
    return wantedBy(fact).length > wantedBy(best).length ? fact : best;
  }, null);
}
