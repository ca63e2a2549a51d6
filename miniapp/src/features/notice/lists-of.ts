import { type Condition, type MajorList, type Notice, type OccupationList, leavesOf } from '@jikaotong/shared/notice';

export type NamedLists = { readonly occupations: readonly OccupationList[]; readonly majors: readonly MajorList[] };

/** The printed lists (① 相关职业, ② 相关专业) that conditions rest on, each once. */
export function relatedListsOf(
  notice: Pick<Notice, 'relatedOccupations' | 'relatedMajors'>,
  conditions: readonly Condition[],
): NamedLists {
  const leaves = conditions.flatMap((condition) => leavesOf(condition)).map(({ leaf }) => leaf);
  const occupations = leaves.flatMap((leaf) => {
    if (!('field' in leaf) || leaf.kind === 'diploma') return [];
    const since = leaf.kind === 'experience' ? leaf.since?.field.related : null;
    return [leaf.field?.related, since];
  });
  const majors = leaves.flatMap((leaf) => (leaf.kind === 'diploma' ? leaf.field.related : []));
  return {
    occupations: notice.relatedOccupations.filter(({ id }) => occupations.includes(id)),
    majors: notice.relatedMajors.filter(({ id }) => majors.includes(id)),
  };
}
