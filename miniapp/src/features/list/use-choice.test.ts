import { expect, it } from 'vitest';
import { stillListed } from './use-choice';

it('keeps of a choice only who is still in the list, and all of it while that is not known', () => {
  const ticked = { all: false as const, ids: new Set(['a', 'b', 'c']) };
  expect(stillListed(ticked, new Set(['b', 'd']))).toEqual({ all: false, ids: new Set(['b']) });
  expect(stillListed(ticked, null)).toBe(ticked);
  const most = { all: true as const, except: new Set(['a', 'b']) };
  expect(stillListed(most, new Set(['b', 'd']))).toEqual({ all: true, except: new Set(['b']) });
});
