import type { ConditionLeaf } from './condition';
import { leavesOf } from './leaves';
import type { Notice } from './notice';
import type { NoticeProblem } from './problem';
import { conditionsOf } from './trees';
import type { NodePath } from './walk';

/** Every list that a condition names stands in the notice, and every field names something. */
export function checkLists(notice: Notice): NoticeProblem[] {
  const occupationLists = new Set(notice.relatedOccupations.map((list) => list.id));
  const majorLists = new Set(notice.relatedMajors.map((list) => list.id));
  return conditionsOf(notice).flatMap(({ condition, path }) =>
    leavesOf(condition, path).flatMap(({ leaf, path: at }) => [
      ...occupationFieldsOf(leaf).flatMap(({ field, path: inside }): NoticeProblem[] => {
        if (field.related === null)
          return field.own ? [] : [{ path: [...at, ...inside], code: 'field-names-nothing', data: {} }];
        if (occupationLists.has(field.related)) return [];
        return [{ path: [...at, ...inside, 'related'], code: 'list-unknown', data: { list: field.related } }];
      }),
      ...(leaf.kind === 'diploma' ? majorFieldProblems(leaf, at, majorLists) : []),
    ]),
  );
}

function majorFieldProblems(
  { field }: Extract<ConditionLeaf, { kind: 'diploma' }>,
  path: NodePath,
  known: ReadonlySet<string>,
): NoticeProblem[] {
  if (!field.own && field.related.length === 0)
    return [{ path: [...path, 'field'], code: 'field-names-nothing', data: {} }];
  return field.related.flatMap((list, position): NoticeProblem[] =>
    known.has(list) ? [] : [{ path: [...path, 'field', 'related', position], code: 'list-unknown', data: { list } }],
  );
}

const occupationFieldsOf = (leaf: ConditionLeaf) => [
  ...('field' in leaf && leaf.kind !== 'diploma' && leaf.field ? [{ field: leaf.field, path: ['field'] }] : []),
  ...(leaf.kind === 'experience' && leaf.since ? [{ field: leaf.since.field, path: ['since', 'field'] }] : []),
];
