import type { DocumentTree, Facts } from '../../notice';

/**
 * The papers that fit what somebody studied: a paper that proves the diploma of other schools is no alternative.
 * All of them while no school is known, or where none would be left.
 */
export function papersOfSchools(tree: DocumentTree, { diplomas = [] }: Pick<Facts, 'diplomas'>): DocumentTree {
  const attended = diplomas.map(({ school }) => school);
  return (attended.length === 0 ? null : fitting(tree, attended)) ?? tree;
}

function fitting(tree: DocumentTree, attended: readonly string[]): DocumentTree | null {
  if (tree.kind === 'document')
    return tree.schools === undefined || tree.schools.some((school) => attended.includes(school)) ? tree : null;
  const of = tree.of.flatMap((part) => fitting(part, attended) ?? []);
  const [only, ...others] = of;
  if (only === undefined || (tree.kind === 'allOf' && of.length < tree.of.length)) return null;
  return others.length === 0 ? only : { kind: tree.kind, of };
}
