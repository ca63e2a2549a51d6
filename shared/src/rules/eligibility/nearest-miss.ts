import type { Clause, LocalDate } from '../../kernel';
import type { Assessment, RouteAssessment, Shortfall } from './assessment';
import { sorted } from './sorted';

/** The route that lacks least: what is missing, and from when time alone will have filled it (null: it never will). */
export type NearestMiss = {
  readonly route: string;
  readonly shortfalls: readonly Shortfall[];
  readonly earliestOn: LocalDate | null;
  readonly source: Clause;
};

/**
 * The smallest thing between a candidate and an offering that refuses the candidate: the route that opens soonest by
 * itself, else the one with the fewest shortfalls and the fewest days to go; null for every other verdict.
 */
export function nearestMiss(assessment: Assessment): NearestMiss | null {
  if (assessment.verdict !== 'ineligible') return null;
  const refusing = assessment.routes.filter((route) => route.verdict === 'ineligible');
  const [nearest] = sorted(refusing, byNearness);
  if (!nearest) return null;
  const { route, shortfalls, earliestOn, source } = nearest;
  return { route, shortfalls, earliestOn, source };
}

type Refusing = Extract<RouteAssessment, { verdict: 'ineligible' }>;

function byNearness(a: Refusing, b: Refusing): number {
  if (a.earliestOn !== b.earliestOn) {
    if (a.earliestOn === null) return 1;
    if (b.earliestOn === null) return -1;
    return a.earliestOn < b.earliestOn ? -1 : 1;
  }
  return a.shortfalls.length - b.shortfalls.length || daysToGo(a) - daysToGo(b);
}

/** Days of work or stay that are missing; nothing counted for other shortfalls. */
const daysToGo = ({ shortfalls }: Refusing): number =>
  shortfalls.reduce(
    (sum, { data }) => sum + Math.max(0, Number(data['neededDays'] ?? 0) - Number(data['countedDays'] ?? 0)),
    0,
  );
