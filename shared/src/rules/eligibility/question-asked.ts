import { type Notice, leavesOf, offeringOf } from '../../notice';

/** The question that the notice itself gives for a statement (`declared.…`, `intends`); null where it gives none. */
export function questionAsked(
  notice: Pick<Notice, 'conditions' | 'offerings'>,
  offeringCode: string,
  fact: string,
): string | null {
  const statement = fact.replace(/^declared\./, '');
  const trees = [
    ...notice.conditions,
    ...(offeringOf(notice, offeringCode)?.routes ?? []).map(({ condition }) => condition),
  ];
  for (const { leaf } of trees.flatMap((tree) => leavesOf(tree))) {
    if (leaf.kind === 'declared' && leaf.statement === statement && leaf.asks !== undefined) return leaf.asks;
  }
  return null;
}
