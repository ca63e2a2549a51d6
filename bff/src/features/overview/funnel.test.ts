import { FUNNEL_STEPS, STANDINGS } from '@jikaotong/shared/contract';
import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Crowd, funnelOf, partsOf } from './funnel';

const crowd = record({
  part: constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split(''), ''),
  reached: constantFrom(...FUNNEL_STEPS),
  standing: constantFrom(...STANDINGS),
  presumed: boolean(),
  people: integer({ min: 1, max: 300 }),
});
const all = (crowds: readonly Crowd[]): number => crowds.reduce((sum, { people }) => sum + people, 0);

describe('a funnel', () => {
  it('loses nobody: whoever came to a step went on or is named where they stand', () =>
    assert(
      property(array(crowd), (crowds) => {
        const steps = funnelOf(crowds);
        expect(steps.map(({ step }) => step)).toEqual(FUNNEL_STEPS);
        expect(steps[0]?.people).toBe(all(crowds));
        for (const [at, { people, stayed }] of steps.entries()) {
          const here = stayed.reduce((sum, one) => sum + one.people, 0);
          expect(people).toBe((steps[at + 1]?.people ?? 0) + here);
        }
      }),
    ));

  it('is the sum of its parts, also where there are more than are shown', () =>
    assert(
      property(array(crowd, { maxLength: 80 }), (crowds) => {
        const parts = partsOf(crowds, (part) => part, 'unit');
        expect(parts.length).toBeLessThanOrEqual(20);
        for (const [at, { people }] of funnelOf(crowds).entries())
          expect(parts.reduce((sum, { steps }) => sum + (steps[at]?.people ?? 0), 0)).toBe(people);
      }),
    ));

  it('calls those who belong to no part by what is missing', () => {
    const nowhere: Crowd = { part: '', reached: 'submitted', standing: 'submitted', presumed: false, people: 2 };
    expect(partsOf([nowhere], (part) => part, 'site').map(({ name }) => name)).toEqual(['还没有座位']);
  });
});
