import type { Assessment, RouteAssessment } from '@jikaotong/shared/rules/eligibility';

type Undecided = Extract<RouteAssessment, { verdict: 'undecided' }>;

/** The condition by which the whole answer stands: the first one with the best verdict. */
export const bestRoute = ({ routes, verdict }: Assessment): RouteAssessment | null =>
  routes.find((route) => route.verdict === verdict) ?? null;

/** Of the conditions that are still open the one that lacks the fewest answers; null when none is open. */
export function smallestGap({ routes }: Assessment): Undecided | null {
  const open = routes.flatMap((route) => (route.verdict === 'undecided' ? [route] : []));
  return open.reduce<Undecided | null>(
    (least, route) => (least === null || route.missing.length < least.missing.length ? route : least),
    null,
  );
}
