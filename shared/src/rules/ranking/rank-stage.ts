import { FULL_SCORE, type Result, type Total, failed, ok, totalOf } from '../../kernel';
import { advanceFrom } from '../../notice';
import { lineOf } from './advance-line';
import { byName } from './by-name';
import { decisionFaults } from './decision-faults';
import type {
  Advances,
  DecisionFault,
  GroupRanking,
  Marks,
  Ranked,
  Ranking,
  RankingRule,
  TieDecision,
  Unranked,
} from './ranking';

/** What a ranking is made from. */
export type StageMarks = {
  readonly contest: RankingRule;
  readonly stage: string;
  /** Each entrant once. */
  readonly marks: readonly Marks[];
  readonly decisions: readonly TieDecision[];
};

/**
 * Unique ranks of a stage, each group by itself, and who goes on from it; refuses decisions that do not name exactly the
 * entrants of one full tie. C24 三（二）, C25 三（二）: total first, then the skill score.
 */
export function rankStage({ contest, stage, marks, decisions }: StageMarks): Result<Ranking, readonly DecisionFault[]> {
  const groups = byGroup(marks).map(([group, rows]) => ({ group, rows, runs: runsOf(contest, rows) }));
  const ties = groups.flatMap(({ runs }) => runs.filter((run) => run.length > 1).map(namesOf));
  const faults =
    decisions.length === 0
      ? []
      : decisionFaults({ decisions, ties, known: new Set(marks.map(({ entrant }) => entrant)) });
  if (faults.length > 0) return failed(faults);
  const decided = new Map(decisions.flatMap((decision) => decision.order.map((entrant) => [entrant, decision])));
  const rule = advanceFrom(contest, stage);
  return ok({
    stage,
    groups: groups.map(({ group, rows, runs }): GroupRanking => {
      const line = rule && lineOf(rule, rows, inOrderOf(runs));
      return {
        group,
        ranked: placed(runs, { decided, quota: line?.quota ?? 0 }),
        unranked: unrankedOf(rows),
        undecidedTies: runs.filter((run) => run.length > 1 && !decided.has(run[0]?.entrant ?? '')).map(namesOf),
        line,
      };
    }),
  });
}

/** The full ties of a stage, those that are decided as well. */
export const tiesOf = ({ contest, marks }: Pick<StageMarks, 'contest' | 'marks'>): readonly (readonly string[])[] =>
  byGroup(marks).flatMap(([, rows]) =>
    runsOf(contest, rows)
      .filter((run) => run.length > 1)
      .map(namesOf),
  );

type Scored = { readonly entrant: string; readonly total: Total; readonly place: number };
/** Entrants with the same total and the same tie-breaking score, by name. */
type Run = readonly Scored[];

/** By hand: `flat` of ten thousand runs takes longer than all ranking. */
function inOrderOf(runs: readonly Run[]): Run {
  const scored: Scored[] = [];
  for (const run of runs) scored.push(...run);
  return scored;
}

const namesOf = (run: Run): readonly string[] => run.map(({ entrant }) => entrant);

function byGroup(marks: readonly Marks[]): readonly (readonly [string | null, readonly Marks[]])[] {
  const groups = new Map<string | null, Marks[]>();
  for (const row of marks) {
    const rows = groups.get(row.group);
    if (rows) rows.push(row);
    else groups.set(row.group, [row]);
  }
  return [...groups].toSorted(([a], [b]) => byName(a ?? '', b ?? ''));
}

function runsOf({ weights, ties }: Pick<RankingRule, 'weights' | 'ties'>, rows: readonly Marks[]): readonly Run[] {
  const scored: Scored[] = [];
  // total, tie-breaking mark and where the entrant stands in one number: sorted without a comparison of our own
  const keys = new Float64Array(rows.length);
  for (const { entrant, status, theory, skill } of rows) {
    if (status !== 'present' || theory === null || skill === null) continue;
    const total = totalOf(weights, { theory, skill });
    const place = total * (FULL_SCORE + 1) + (ties.by === 'skill' ? skill : theory);
    keys[scored.length] = place * rows.length + scored.length;
    scored.push({ entrant, total, place });
  }
  const sorted = keys.subarray(0, scored.length);
  sorted.sort();
  const runs: Scored[][] = [];
  let run: Scored[] = [];
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    const one = scored[(sorted[at] ?? 0) % rows.length];
    if (!one) continue;
    if (run[0]?.place === one.place) run.push(one);
    else runs.push((run = [one]));
  }
  for (const tied of runs) if (tied.length > 1) tied.sort((a, b) => byName(a.entrant, b.entrant));
  return runs;
}

/** Every run in its places; a tie stands in the order that the jury decided, or stays open. */
function placed(
  runs: readonly Run[],
  { decided, quota }: { decided: ReadonlyMap<string, TieDecision>; quota: number },
): readonly Ranked[] {
  const ranked: Ranked[] = [];
  for (const run of runs) {
    const from = ranked.length + 1;
    const to = ranked.length + run.length;
    const decision = run.length > 1 ? decided.get(run[0]?.entrant ?? '') : undefined;
    const isOpen = run.length > 1 && !decision;
    const places = decision ? new Map(decision.order.map((entrant, position) => [entrant, position])) : null;
    const inOrder = places ? run.toSorted((a, b) => (places.get(a.entrant) ?? 0) - (places.get(b.entrant) ?? 0)) : run;
    for (const { entrant, total } of inOrder) {
      const rank = isOpen ? null : ranked.length + 1;
      const [first, last] = [rank ?? from, rank ?? to];
      const advances: Advances = last <= quota ? 'yes' : first > quota ? 'no' : 'open';
      ranked.push({ entrant, rank, from: first, to: last, total, advances, decidedBecause: decision?.reason ?? null });
    }
  }
  return ranked;
}

function unrankedOf(rows: readonly Marks[]): readonly Unranked[] {
  const unranked: Unranked[] = [];
  for (const { entrant, status, theory, skill } of rows) {
    if (status !== 'present') unranked.push({ entrant, why: status });
    else if (theory === null || skill === null) unranked.push({ entrant, why: 'mark-missing' });
  }
  return unranked.toSorted((a, b) => byName(a.entrant, b.entrant));
}
