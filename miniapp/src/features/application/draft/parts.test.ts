import { describe, expect, it } from 'vitest';
import { mergedParts } from './parts';

describe('parts that wait to be saved', () => {
  it('merge the candidate field by field and replace everything else', () => {
    expect(
      mergedParts(
        { candidate: { name: '王芳', employer: '甲' }, route: '1', facts: { jobs: [] } },
        { candidate: { employer: '乙' }, facts: { intends: true } },
      ),
    ).toEqual({ candidate: { name: '王芳', employer: '乙' }, route: '1', facts: { intends: true } });
  });

  it('do not invent a candidate', () => {
    expect(mergedParts({ route: '1' }, { route: null })).toEqual({ route: null });
  });
});
