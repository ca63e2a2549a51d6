import { type Result, type Score, type Total, failed } from '../../kernel';
import { type StageMarks, rankStage, tiesOf } from './rank-stage';
import type { Advances, DecisionFault, Marks, Ranked, Ranking, TieDecision } from './ranking';

/** Something that nobody has done yet. */
export type Supposed =
  | { readonly kind: 'withdrawn' | 'disqualified'; readonly entrant: string }
  | {
      readonly kind: 'marked';
      readonly entrant: string;
      readonly part: 'theory' | 'skill';
      readonly mark: Score | null;
    }
  | { readonly kind: 'decided'; readonly decision: TieDecision };

export type Standing = { readonly rank: number | null; readonly total: Total; readonly advances: Advances };
/** Null where this one is not ranked. */
export type RankDifference = {
  readonly entrant: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
};

export type WhatIf = {
  readonly ranking: Ranking;
  /** Everybody whom it touches, in the order of the new ranking, the unranked last. */
  readonly differences: readonly RankDifference[];
  /** Decisions that no longer speak of a tie: the jury decides anew. */
  readonly lapsed: readonly TieDecision[];
};

export type SupposingFault = DecisionFault | { readonly code: 'entrant-unknown'; readonly entrant: string };

/** The ranking as it would be, and what would be different for whom. */
export function supposing(given: StageMarks, supposed: readonly Supposed[]): Result<WhatIf, readonly SupposingFault[]> {
  const before = rankStage(given);
  if (!before.ok) return before;
  const known = new Set(given.marks.map(({ entrant }) => entrant));
  const strangers = supposed.flatMap((one) => ('entrant' in one && !known.has(one.entrant) ? [one.entrant] : []));
  if (strangers.length > 0) return failed(strangers.map((entrant) => ({ code: 'entrant-unknown', entrant })));
  const marks = given.marks.map((row) => supposed.reduce(changed, row));
  const kept = keptDecisions(given.decisions, tiesOf({ contest: given.contest, marks }));
  const decided = supposed.flatMap((one) => (one.kind === 'decided' ? [one.decision] : []));
  const after = rankStage({ ...given, marks, decisions: [...kept, ...decided] });
  if (!after.ok) return after;
  return {
    ok: true,
    value: {
      ranking: after.value,
      differences: differencesOf(before.value, after.value),
      lapsed: given.decisions.filter(
        ({ order }) => !kept.some((one) => one.order.every((name) => order.includes(name))),
      ),
    },
  };
}

/** Everybody whose rank, total or advance is another one in the second ranking. */
export function differencesOf(before: Ranking, after: Ranking): readonly RankDifference[] {
  const [old, now] = [standingsOf(before), standingsOf(after)];
  const entrants = new Set([...now.keys(), ...old.keys()]);
  return [...entrants].flatMap((entrant): RankDifference[] => {
    const [was, is] = [old.get(entrant) ?? null, now.get(entrant) ?? null];
    const same = was?.rank === is?.rank && was?.total === is?.total && was?.advances === is?.advances;
    return same ? [] : [{ entrant, before: was, after: is }];
  });
}

const standingsOf = ({ groups }: Ranking): ReadonlyMap<string, Standing> =>
  new Map(groups.flatMap(({ ranked }) => ranked.map((one) => [one.entrant, standing(one)])));
const standing = ({ rank, total, advances }: Ranked): Standing => ({ rank, total, advances });

function changed(row: Marks, supposed: Supposed): Marks {
  if (!('entrant' in supposed) || supposed.entrant !== row.entrant) return row;
  return supposed.kind === 'marked' ? { ...row, [supposed.part]: supposed.mark } : { ...row, status: supposed.kind };
}

/** An order of named entrants is also one of any of them; somebody new in the tie was never judged beside them. */
export const keptDecisions = (
  decisions: readonly TieDecision[],
  ties: readonly (readonly string[])[],
): readonly TieDecision[] =>
  ties.flatMap((tie) => {
    const decision = decisions.find(({ order }) => tie.every((entrant) => order.includes(entrant)));
    return decision ? [{ ...decision, order: decision.order.filter((entrant) => tie.includes(entrant)) }] : [];
  });
