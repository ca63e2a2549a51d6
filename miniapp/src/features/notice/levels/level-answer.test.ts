import { describe, expect, it } from 'vitest';
import type { Assessment, RouteAssessment } from '@jikaotong/shared/rules/eligibility';
import { bestRoute, smallestGap } from './level-answer';

const source = { clause: '附件1', quote: '满 10 年' };
const undecided = (route: string, ...missing: ('jobs' | 'certificates' | 'birthDate')[]): RouteAssessment => ({
  route,
  verdict: 'undecided',
  missing,
  source,
});
const eligible: RouteAssessment = { route: '3', verdict: 'eligible', documents: null, source };
const of = (verdict: Assessment['verdict'], ...routes: RouteAssessment[]): Assessment => ({
  verdict,
  routes,
  earliestOn: null,
  missing: [],
});

describe('the answer for one level', () => {
  it('stands by the first condition with the best verdict', () => {
    expect(bestRoute(of('eligible', undecided('1', 'jobs'), eligible))?.route).toBe('3');
    expect(bestRoute(of('needs-review', undecided('1', 'jobs')))).toBeNull();
  });

  it('lacks what the nearest open condition lacks', () => {
    const assessment = of('undecided', undecided('1', 'jobs', 'certificates'), undecided('2', 'birthDate'), eligible);
    expect(smallestGap(assessment)?.route).toBe('2');
    expect(smallestGap(of('eligible', eligible))).toBeNull();
  });
});
