import { describe, expect, it } from 'vitest';
import { deniedDoubts } from './denied';

const denied = (statement: string) => ({ code: 'declared-no-to-judge', data: { statement } }) as const;
const unlisted = { code: 'major-not-listed', data: {} } as const;
const assessment = {
  routes: [
    { route: '3-1', verdict: 'needs-review', doubts: [unlisted, denied('minimum-education')] },
    { route: '3-2', verdict: 'needs-review', doubts: [denied('minimum-education'), denied('works')] },
    { route: '3-3', verdict: 'eligible' },
  ],
} as const;

describe('what was denied and is left to judgement', () => {
  it('counts for the chosen condition', () => {
    expect(deniedDoubts({ route: '3-1', assessment })).toEqual([denied('minimum-education')]);
    expect(deniedDoubts({ route: '3-3', assessment })).toEqual([]);
  });

  it('counts for every condition where none is chosen, each statement once', () => {
    const all = [denied('minimum-education'), denied('works')];
    expect(deniedDoubts({ route: null, assessment })).toEqual(all);
  });

  it('is nothing before anything was judged', () => {
    expect(deniedDoubts({ route: '3-1', assessment: null })).toEqual([]);
  });
});
