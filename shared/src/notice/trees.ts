import type { Condition } from './condition';
import type { Notice } from './notice';
import type { NodePath } from './walk';

/** Every condition tree of a notice, the notice-wide ones first; `route` null: it binds every offering. */
export const conditionsOf = (
  notice: Pick<Notice, 'conditions' | 'offerings'>,
): readonly { condition: Condition; path: NodePath; route: { offering: string; code: string } | null }[] => [
  ...notice.conditions.map((condition, position) => ({
    condition,
    path: ['conditions', position] as NodePath,
    route: null,
  })),
  ...notice.offerings.flatMap((offering, at) =>
    offering.routes.map((route, position) => ({
      condition: route.condition,
      path: ['offerings', at, 'routes', position, 'condition'] as NodePath,
      route: { offering: offering.code, code: route.code },
    })),
  ),
];
