import type { Clause, Fen } from '../../kernel';
import { type Award, type AwardRecipient, type ContestRule, type UnitKind, recipientsOf } from '../../notice';
import { byName } from '../ranking';

/** One entrant after the final; `rank` is the final rank, null for whoever has none. */
export type Finisher = {
  readonly entrant: string;
  readonly group: string | null;
  readonly unit: { readonly name: string; readonly kind: UnitKind } | null;
  readonly coach: string | null;
  readonly unionCard: boolean;
  /** Present in any part of the first stage. */
  readonly takingPart: boolean;
  /** The last stage this one got into; null for whoever got into none. */
  readonly reached: string | null;
  readonly rank: number | null;
};

/** One award to one recipient; `because` are the entrants who won it for them. */
export type AwardLine = {
  readonly award: string;
  readonly to: { readonly kind: AwardRecipient; readonly name: string };
  readonly because: readonly string[];
  readonly fen: Fen | null;
  readonly tax: string | null;
  readonly giver: string | null;
  readonly source: Clause;
};

/**
 * What staff decide: words that no data says, a unit of a kind that the print neither names nor shuts out, a paper that
 * nobody asked for at entry.
 */
export type AwardQuestion =
  | { readonly award: string; readonly why: 'said-in-words'; readonly among: string; readonly source: Clause }
  | {
      readonly award: string;
      readonly why: 'unit-kind';
      readonly unit: string;
      readonly kind: UnitKind;
      readonly source: Clause;
    }
  | { readonly award: string; readonly why: 'paper'; readonly paper: string; readonly source: Clause };

export type Awards = { readonly lines: readonly AwardLine[]; readonly forStaff: readonly AwardQuestion[] };

/** Every award of a competition, in the order of its notice. C25 四, C24 四. */
export function awardsOf(contest: Pick<ContestRule, 'stages' | 'awards'>, finishers: readonly Finisher[]): Awards {
  const inOrder = finishers.toSorted(
    (a, b) =>
      byName(a.group ?? '', b.group ?? '') ||
      (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
      byName(a.entrant, b.entrant),
  );
  const stages = contest.stages.map(({ code }) => code);
  const each = contest.awards.map((award) => awardOf(award, { stages, finishers: inOrder }));
  return { lines: each.flatMap(({ lines }) => lines), forStaff: each.flatMap(({ forStaff }) => forStaff) };
}

/** The lines of each giver, who gets a list of its own; null: the notice names none. */
export function byGiver(lines: readonly AwardLine[]): ReadonlyMap<string | null, readonly AwardLine[]> {
  const lists = new Map<string | null, AwardLine[]>();
  for (const line of lines) lists.set(line.giver, [...(lists.get(line.giver) ?? []), line]);
  return lists;
}

type Competition = { readonly stages: readonly string[]; readonly finishers: readonly Finisher[] };

function awardOf(award: Award, { stages, finishers }: Competition): Awards {
  const { for: whom, needs, source } = award;
  if (whom.kind === 'staff')
    return { lines: [], forStaff: [{ award: award.code, why: 'said-in-words', among: whom.among, source }] };
  if (needs !== null && needs !== 'union-card')
    return { lines: [], forStaff: [{ award: award.code, why: 'paper', paper: needs, source }] };
  const among = finishers.filter(({ group }) => award.group === undefined || award.group === group);
  if (whom.kind === 'unit') return unitAwards(award, unitsAt(whom, among));
  const winners = among.filter((one) => holds(award, one, stages));
  const given = recipientsOf(award).map((to): Awards => {
    if (to === 'unit') return unitAwards(award, unitsOf(winners));
    return { lines: personLines(award, to, winners), forStaff: [] };
  });
  return { lines: given.flatMap(({ lines }) => lines), forStaff: given.flatMap(({ forStaff }) => forStaff) };
}

/** Whether one entrant wins an award by rank or by a stage reached, with the paper it asks for. */
function holds(
  { for: whom, needs }: Award,
  { rank, reached, unionCard }: Finisher,
  stages: readonly string[],
): boolean {
  if (needs === 'union-card' && !unionCard) return false;
  if (whom.kind === 'ranks') return rank !== null && rank >= whom.from && rank <= whom.to;
  return whom.kind === 'reached' && reached !== null && stages.indexOf(reached) >= stages.indexOf(whom.stage);
}

type UnitWith = { readonly name: string; readonly kind: UnitKind; readonly members: readonly Finisher[] };

function unitsOf(finishers: readonly Finisher[]): readonly UnitWith[] {
  const units = new Map<string, { name: string; kind: UnitKind; members: Finisher[] }>();
  for (const one of finishers) {
    if (!one.unit) continue;
    const unit = units.get(one.unit.name);
    if (unit) unit.members.push(one);
    else units.set(one.unit.name, { ...one.unit, members: [one] });
  }
  return [...units.values()].toSorted((a, b) => byName(a.name, b.name));
}

/** Units with so many entrants: 超过10人 is 11, 超过10名（含）is 10; and one of them ranked well where that is asked. */
const unitsAt = (
  { entrants, inclusive, counted, rankWithin }: Extract<Award['for'], { kind: 'unit' }>,
  finishers: readonly Finisher[],
): readonly UnitWith[] =>
  unitsOf(finishers).flatMap(({ members, ...unit }) => {
    const counting = members.filter(({ takingPart }) => counted === 'registered' || takingPart);
    const enough = inclusive ? counting.length >= entrants : counting.length > entrants;
    const ranked = members.filter(({ rank }) => rankWithin !== null && rank !== null && rank <= rankWithin);
    if (!enough || (rankWithin !== null && ranked.length === 0)) return [];
    return [{ ...unit, members: rankWithin === null ? counting : ranked }];
  });

function unitAwards(award: Award, units: readonly UnitWith[]): Awards {
  const { unitKinds, excludedUnitKinds, source } = award;
  const named = (kind: UnitKind) => unitKinds === undefined || unitKinds.includes(kind);
  const open = units.filter(({ kind }) => !excludedUnitKinds?.includes(kind));
  return {
    lines: open
      .filter(({ kind }) => named(kind))
      .flatMap(({ name, members }) => linesTo(award, { kind: 'unit', name }, members)),
    forStaff: open
      .filter(({ kind }) => !named(kind))
      .map(({ name, kind }) => ({ award: award.code, why: 'unit-kind', unit: name, kind, source })),
  };
}

/** To the entrants themselves, or to their coaches. */
function personLines(award: Award, kind: 'entrant' | 'coach', winners: readonly Finisher[]): readonly AwardLine[] {
  const people = new Map<string, Finisher[]>();
  for (const one of winners) {
    const name = kind === 'entrant' ? one.entrant : one.coach;
    if (name !== null) people.set(name, [...(people.get(name) ?? []), one]);
  }
  return [...people].flatMap(([name, members]) => linesTo(award, { kind, name }, members));
}

/** One line for all of them; money is won once by each. */
const linesTo = (award: Award, to: AwardLine['to'], members: readonly Finisher[]): readonly AwardLine[] =>
  award.fen === null || award.for.kind === 'unit'
    ? [lineOf(award, to, members)]
    : members.map((one) => lineOf(award, to, [one]));

const lineOf = (award: Award, to: AwardLine['to'], members: readonly Finisher[]): AwardLine => ({
  award: award.code,
  to,
  because: members.map(({ entrant }) => entrant),
  fen: award.fen,
  tax: award.tax ?? null,
  giver: award.giver,
  source: award.source,
});
