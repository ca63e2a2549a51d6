import type { ConditionLeaf } from './condition';
import { leavesOf } from './leaves';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import type { NodePath } from './walk';

/** Every list that a condition names stands in the notice. */
export function checkLists(notice: Notice): NoticeProblem[] {
  const occupationLists = new Set(notice.relatedOccupations.map((list) => list.id));
  const majorLists = new Set(notice.relatedMajors.map((list) => list.id));
  const trees = [
    ...notice.conditions.map((condition, position) => ({ condition, path: ['conditions', position] as NodePath })),
    ...notice.offerings.flatMap((offering, at) =>
      offering.routes.map((route, position) => ({
        condition: route.condition,
        path: ['offerings', at, 'routes', position, 'condition'] as NodePath,
      })),
    ),
  ];
  return trees.flatMap(({ condition, path }) =>
    leavesOf(condition, path).flatMap(({ leaf, path: at }) =>
      listsNamedBy(leaf)
        .filter(({ list, major }) => !(major ? majorLists : occupationLists).has(list))
        .map(({ list }) => ({ path: at, code: 'list-unknown' as const, data: { list } })),
    ),
  );
}

function listsNamedBy(leaf: ConditionLeaf): readonly { list: string; major: boolean }[] {
  if (leaf.kind === 'diploma') return leaf.field.related.map((list) => ({ list, major: true }));
  const fields = [
    'field' in leaf ? leaf.field : null,
    leaf.kind === 'experience' && leaf.since !== null ? leaf.since.field : null,
  ];
  return fields.flatMap((field) => (field?.related ? [{ list: field.related, major: false }] : []));
}
