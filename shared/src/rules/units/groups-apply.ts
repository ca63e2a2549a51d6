import type { Clause } from '../../kernel';
import type { ApplicationMethod, Notice, UnitKind } from '../../notice';

/** What a notice lets groups do, with the clause of it. */
export type GroupRule = {
  readonly where: ApplicationMethod['where'];
  readonly text: string;
  /** The only kinds of unit that may; null: any. */
  readonly unitKinds: readonly UnitKind[] | null;
  /** The unit declares that it has examined its people first. */
  readonly firstReview: boolean;
  readonly source: Clause;
};

/** How groups apply; null where the notice names no way for them. The way that is open here comes first. */
export function groupsApply({ applicationMethods }: Pick<Notice, 'applicationMethods'>): GroupRule | null {
  const ways = applicationMethods.filter(({ who }) => who === 'group');
  const way = ways.find(({ where }) => where === 'online') ?? ways.find(({ where }) => where === 'counter') ?? ways[0];
  if (!way) return null;
  const { where, text, group, source } = way;
  return {
    where,
    text,
    unitKinds: group?.unitKinds?.value ?? null,
    firstReview: group?.firstReview?.value ?? false,
    source: group?.unitKinds?.source ?? source,
  };
}

/** Whether a unit of this kind may. */
export const mayApplyAsGroup = ({ unitKinds }: GroupRule, kind: UnitKind): boolean =>
  unitKinds === null || unitKinds.includes(kind);
