import type { DecisionFault, TieDecision } from './ranking';

/** Every decision that does not name exactly the entrants of one full tie, each of them once. */
export function decisionFaults({
  decisions,
  ties,
  known,
}: {
  decisions: readonly TieDecision[];
  ties: readonly (readonly string[])[];
  known: ReadonlySet<string>;
}): readonly DecisionFault[] {
  const tieOf = new Map(ties.flatMap((tie) => tie.map((entrant) => [entrant, tie])));
  const taken = new Set<readonly string[]>();
  return decisions.flatMap(({ order }, decision): DecisionFault[] => {
    const fault = (code: DecisionFault['code'], entrants: readonly string[]) => [{ decision, code, entrants }];
    const unknown = order.filter((entrant) => !known.has(entrant));
    if (unknown.length > 0) return fault('decision-entrant-unknown', unknown);
    const twice = order.filter((entrant, position) => order.indexOf(entrant) < position);
    if (twice.length > 0) return fault('decision-entrant-twice', twice);
    const untied = order.filter((entrant) => !tieOf.has(entrant));
    if (untied.length > 0) return fault('decision-entrant-not-tied', untied);
    const tie = tieOf.get(order[0] ?? '') ?? [];
    const elsewhere = order.filter((entrant) => !tie.includes(entrant));
    if (elsewhere.length > 0) return fault('decision-mixes-ties', elsewhere);
    const left = tie.filter((entrant) => !order.includes(entrant));
    if (left.length > 0 || order.length === 0) return fault('decision-part-of-tie', left);
    if (taken.has(tie)) return fault('decision-twice', tie);
    taken.add(tie);
    return [];
  });
}
