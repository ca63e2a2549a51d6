import type { DoubtCode } from './assessment';

const DENIED: DoubtCode = 'declared-no-to-judge';

/**
 * What stands against the chosen condition (any, where none is chosen) because the candidate answered "no" to what the
 * notice demands and leaves to judgement: whoever approves it says why. Each statement once.
 */
export function deniedDoubts<
  D extends { readonly code: DoubtCode; readonly data: { readonly [key: string]: unknown } },
>(given: {
  readonly route: string | null;
  readonly assessment: {
    readonly routes: readonly { readonly route: string; readonly doubts?: readonly D[] }[];
  } | null;
}): readonly D[] {
  const routes = given.assessment?.routes ?? [];
  const chosen = routes.filter(({ route }) => route === given.route);
  const doubts = (chosen.length > 0 ? chosen : routes).flatMap((one) => one.doubts ?? []);
  return doubts
    .filter(({ code }) => code === DENIED)
    .filter(({ data }, at, all) => all.findIndex((other) => other.data['statement'] === data['statement']) === at);
}
