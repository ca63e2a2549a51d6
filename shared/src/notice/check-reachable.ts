import type { Condition, ConditionLeaf } from './condition';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import { conditionsOf } from './trees';
import type { NodePath } from './walk';

type Placed = { readonly leaf: ConditionLeaf; readonly path: NodePath };
/** Whole years of age that still satisfy the leaves looked at so far. */
type Ages = { readonly least: number; readonly most: number };

/** No law lets anybody work past it: the latest statutory retirement age, a man's. */
const LATEST_RETIREMENT = 63;

/** Conditions that nobody can meet at any age: the leaf that closes the last gap is named. */
export function checkReachable(notice: Notice): NoticeProblem[] {
  const trees = conditionsOf(notice);
  const common = trees.filter(({ route }) => route === null).map(({ condition, path }) => waysOf(condition, path));
  const own = trees.filter(({ route }) => route !== null).map(({ condition, path }) => waysOf(condition, path));
  const wide = common.reduce(both, [[]]);
  const blocked = (own.length === 0 ? [[[]]] : own).flatMap((ways) => both(wide, ways).flatMap(closedBy));
  const once = new Map(blocked.map((path) => [path.join('.'), path]));
  return [...once.values()].map((path) => ({ path, code: 'condition-unreachable', data: {} }));
}

/** Every set of leaves that together meet a condition. */
function waysOf(condition: Condition, path: NodePath): readonly (readonly Placed[])[] {
  if (condition.kind !== 'allOf' && condition.kind !== 'anyOf') return [[{ leaf: condition, path }]];
  const parts = condition.of.map((part, position) => waysOf(part, [...path, 'of', position]));
  return condition.kind === 'anyOf' ? parts.flat() : parts.reduce(both, [[]]);
}

const both = (
  ways: readonly (readonly Placed[])[],
  more: readonly (readonly Placed[])[],
): readonly (readonly Placed[])[] => ways.flatMap((way) => more.map((other) => [...way, ...other]));

/** The leaf of a way after which no age is left. */
function closedBy(way: readonly Placed[]): readonly NodePath[] {
  let ages: Ages = { least: 0, most: Number.POSITIVE_INFINITY };
  for (const { leaf, path } of way) {
    const own = agesOf(leaf);
    ages = { least: Math.max(ages.least, own.least), most: Math.min(ages.most, own.most) };
    if (ages.least > ages.most) return [path];
  }
  return [];
}

function agesOf(leaf: ConditionLeaf): Ages {
  const most = Number.POSITIVE_INFINITY;
  switch (leaf.kind) {
    case 'age':
      return { least: leaf.atLeast ?? 0, most: leaf.atMost ?? most };
    case 'withinRetirementAge':
      return { least: 0, most: LATEST_RETIREMENT - 1 };
    case 'experience':
    case 'residence':
      return { least: leaf.years, most };
    case 'certificate':
    case 'title':
      return { least: leaf.heldYears ?? 0, most };
    case 'bornBefore':
    case 'diploma':
    case 'declared':
      return { least: 0, most };
  }
}
