import { describe, expect, it } from 'vitest';
import { numberRuns } from './print.presenter';

describe('the runs of ticket numbers at a door', () => {
  it('join what follows each other, also over a carry', () => {
    expect(numberRuns(['BA2612000012', 'BA2612000010', 'BA2612000011', 'BA2612000009'])).toEqual([
      'BA2612000009 至 BA2612000012',
    ]);
    expect(numberRuns(['B099', 'B100', 'B102'])).toEqual(['B099 至 B100', 'B102']);
    expect(numberRuns([])).toEqual([]);
  });

  it('never join what only looks alike', () => {
    expect(numberRuns(['A1', 'B2'])).toEqual(['A1', 'B2']);
    expect(numberRuns(['A9', 'A010'])).toEqual(['A010', 'A9']);
  });

  it('are the first and the last where there are too many to look through', () => {
    const odd = Array.from({ length: 20 }, (_, at) => `A${String(at * 2).padStart(3, '0')}`);
    expect(numberRuns(odd)).toEqual(['A000 至 A038 之间（不连号，座位见座次表）']);
  });
});
