import type { Condition, ConditionLeaf } from './condition';
import type { NodePath } from './walk';

/** The leaves of a condition tree, with the path of each inside it. */
export function leavesOf(
  condition: Condition,
  path: NodePath = [],
): readonly { leaf: ConditionLeaf; path: NodePath }[] {
  if (condition.kind !== 'allOf' && condition.kind !== 'anyOf') return [{ leaf: condition, path }];
  return condition.of.flatMap((part, position) => leavesOf(part, [...path, 'of', position]));
}
