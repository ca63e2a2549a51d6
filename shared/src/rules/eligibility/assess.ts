import { type LocalDate, earlierOf, unreachable } from '../../kernel';
import {
  type Condition,
  type DocumentTree,
  type FactName,
  type Facts,
  type Notice,
  type Offering,
  type Route,
  offeringOf,
} from '../../notice';
import { type Assessment, type RouteAssessment, type Trace, VERDICTS } from './assessment';
import { judgeCondition, rankOf } from './judge-condition';
import { papersOfSchools } from './papers-of-schools';
import { sorted } from './sorted';

export type Question = {
  readonly notice: Notice;
  readonly offeringCode: string;
  readonly facts: Facts;
  readonly on: LocalDate;
};

/** The route of an offering that has no printed conditions of its own, only notice-wide ones. */
export const WHOLE_NOTICE_ROUTE = 'notice';

/**
 * Whether these facts meet the notice on a day, route by route; between routes the best verdict wins. Throws on an
 * offering that the notice does not have.
 */
export function assess(question: Question): Assessment {
  const routes = routesOf(question).map((route) => assessRoute(route, question));
  const verdict = VERDICTS[Math.min(...routes.map((route) => rankOf(route.verdict)))] ?? 'undecided';
  const ineligible = routes.filter((route) => route.verdict === 'ineligible');
  return {
    verdict,
    routes,
    earliestOn: verdict === 'ineligible' ? earliest(ineligible.map((route) => route.earliestOn)) : null,
    missing: verdict === 'eligible' ? [] : missingOf(routes),
  };
}

/** The same judgement node by node, for the reviewer and the phone. */
export type RouteTrace = { readonly route: string; readonly source: Route['source']; readonly trace: Trace };
export const traceOf = (question: Question): readonly RouteTrace[] =>
  routesOf(question).map(({ code, source, condition }) => ({
    route: code,
    source,
    trace: judgeCondition(condition, caseOf(question, question.on)).trace,
  }));

/** The fact to ask for next, or null when no answer can better the verdict. */
export const nextQuestion = (question: Question): FactName | null => assess(question).missing[0] ?? null;

/**
 * The papers of one route for somebody with these facts, beside those that everybody hands in; null when it names none or
 * there is no such route.
 */
export function routeDocuments(
  notice: Notice,
  given: { readonly offeringCode: string; readonly route: string | null; readonly facts: Facts },
): DocumentTree | null {
  const { routes = [] } = offeringOf(notice, given.offeringCode) ?? {};
  const tree = routes.find(({ code }) => code === given.route)?.documents ?? null;
  return tree && papersOfSchools(tree, given.facts);
}

type WholeRoute = Pick<Route, 'code' | 'condition' | 'documents' | 'source'>;

/** Each route with the notice-wide conditions in front: all of them must hold. */
function routesOf({ notice, offeringCode }: Question): readonly WholeRoute[] {
  const offering = knownOffering(notice, offeringCode);
  const own: readonly WholeRoute[] =
    offering.routes.length > 0
      ? offering.routes
      : [{ code: WHOLE_NOTICE_ROUTE, condition: { kind: 'allOf', of: [] }, documents: null, source: offering.source }];
  return own.map((route) => ({ ...route, condition: withNoticeWide(notice, route.condition) }));
}

const withNoticeWide = (notice: Notice, condition: Condition): Condition =>
  notice.conditions.length === 0 ? condition : { kind: 'allOf', of: [...notice.conditions, condition] };

function knownOffering(notice: Notice, code: string): Offering {
  const offering = offeringOf(notice, code);
  if (!offering) throw new Error(`no offering ${code} in ${notice.id}`);
  return offering;
}

const caseOf = ({ notice, offeringCode, facts }: Question, on: LocalDate) => ({
  notice,
  offering: knownOffering(notice, offeringCode),
  facts,
  on,
});

function assessRoute({ code: route, condition, source, ...whole }: WholeRoute, question: Question): RouteAssessment {
  const documents = whole.documents && papersOfSchools(whole.documents, question.facts);
  const { trace, turns } = judgeCondition(condition, caseOf(question, question.on));
  const { standing } = trace;
  switch (standing.verdict) {
    case 'eligible':
      return { route, verdict: standing.verdict, documents, source };
    case 'needs-review':
      return { route, verdict: standing.verdict, doubts: standing.doubts, documents, source };
    case 'undecided':
      return { route, verdict: standing.verdict, missing: inOrder(standing.missing), source };
    case 'ineligible': {
      const earliestOn = firstOpenDay(condition, turns, question);
      return { route, verdict: standing.verdict, shortfalls: standing.shortfalls, earliestOn, source };
    }
    default:
      return unreachable(standing);
  }
}

/** Verdicts change only on the days that leaves name, so only those are tried. */
function firstOpenDay(condition: Condition, turns: readonly LocalDate[], question: Question): LocalDate | null {
  const later = sorted(
    [...new Set(turns)].filter((day) => day > question.on),
    (a, b) => (a < b ? -1 : 1),
  );
  const isOpen = (day: LocalDate) =>
    judgeCondition(condition, caseOf(question, day)).trace.standing.verdict !== 'ineligible';
  return later.find(isOpen) ?? null;
}

const earliest = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days.reduce((first, day) => (first === null ? day : day === null ? first : earlierOf(first, day)), null);

/** Routes that need the fewest answers are asked first, and inside a route the quickest to answer. */
function missingOf(routes: readonly RouteAssessment[]): readonly FactName[] {
  const open = routes.flatMap((route) => (route.verdict === 'undecided' ? [route.missing] : []));
  return [...new Set(sorted(open, (a, b) => a.length - b.length).flat())];
}

const askedFirst: readonly string[] = [
  'birthDate',
  'sex',
  'womanLine',
  'intends',
  'jobs',
  'certificates',
  'diplomas',
  'titles',
  'residence',
] satisfies readonly FactName[];

const inOrder = (facts: readonly FactName[]): readonly FactName[] => sorted(facts, (a, b) => placeOf(a) - placeOf(b));
const placeOf = (fact: FactName): number => {
  const place = askedFirst.indexOf(fact);
  return place < 0 ? askedFirst.length : place;
};
