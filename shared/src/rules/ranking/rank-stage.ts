import { type Result, type Score, type Total, failed, ok, totalOf } from '../../kernel';
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
  const faults = decisionFaults({ decisions, ties, known: new Set(marks.map(({ entrant }) => entrant)) });
  if (faults.length > 0) return failed(faults);
  const decided = new Map(decisions.flatMap((decision) => decision.order.map((entrant) => [entrant, decision])));
  const rule = advanceFrom(contest, stage);
  return ok({
    stage,
    groups: groups.map(({ group, rows, runs }): GroupRanking => {
      const line = rule && lineOf(rule, rows, runs.flat());
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

type Scored = { readonly entrant: string; readonly total: Total; readonly tieBreak: Score };
/** Entrants with the same total and the same tie-breaking score, by name. */
type Run = readonly Scored[];

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
  for (const { entrant, status, theory, skill } of rows) {
    if (status !== 'present' || theory === null || skill === null) continue;
    scored.push({
      entrant,
      total: totalOf(weights, { theory, skill }),
      tieBreak: ties.by === 'skill' ? skill : theory,
    });
  }
  scored.sort((a, b) => b.total - a.total || b.tieBreak - a.tieBreak || byName(a.entrant, b.entrant));
  const runs: Scored[][] = [];
  for (const one of scored) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (run && first?.total === one.total && first.tieBreak === one.tieBreak) run.push(one);
    else runs.push([one]);
  }
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
    inOrder.forEach(({ entrant, total }, position) => {
      const rank = isOpen ? null : from + position;
      const [first, last] = rank === null ? [from, to] : [rank, rank];
      const advances: Advances = last <= quota ? 'yes' : first > quota ? 'no' : 'open';
      ranked.push({ entrant, rank, from: first, to: last, total, advances, decidedBecause: decision?.reason ?? null });
    });
  }
  return ranked;
}

const unrankedOf = (rows: readonly Marks[]): readonly Unranked[] =>
  rows
    .flatMap(({ entrant, status, theory, skill }): Unranked[] => {
      if (status !== 'present') return [{ entrant, why: status }];
      return theory === null || skill === null ? [{ entrant, why: 'mark-missing' }] : [];
    })
    .toSorted((a, b) => byName(a.entrant, b.entrant));
