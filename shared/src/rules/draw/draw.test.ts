import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commitmentTo, drawnOrder, papersOf, stationsOf } from './index';

const seed = '7b0e3f1c9a5d42e8';
const entrants = Array.from({ length: 40 }, (_, at) => (at % 9 === 0 ? `选手 ${at}` : String(at).padStart(3, '0')));
const redraw = fileURLToPath(new URL('../../../../test/support/redraw.sh', import.meta.url));

/** The same by `sha256sum` and `sort`. */
function redrawn(given: string, purpose: string): readonly string[] {
  const { stdout, stderr, status } = spawnSync('bash', [redraw, given, purpose], {
    input: `${entrants.join('\n')}\n`,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split('\n');
}

describe('a draw', () => {
  it.each(['order', 'paper'])('for %s is the same when a script of ten lines runs it again', (purpose) => {
    const order = drawnOrder({ seed, purpose, entrants });
    expect(order).toEqual(redrawn(seed, purpose));
    expect(order.toSorted()).toEqual(entrants.toSorted());
  });

  it('hangs on the seed and the purpose, and on nothing else', () => {
    const order = drawnOrder({ seed, purpose: 'order', entrants });
    expect(drawnOrder({ seed, purpose: 'order', entrants: entrants.toReversed() })).toEqual(order);
    expect(drawnOrder({ seed: `${seed}0`, purpose: 'order', entrants })).not.toEqual(order);
    expect(drawnOrder({ seed, purpose: 'paper', entrants })).not.toEqual(order);
  });

  it('leaves those who stay in their order when somebody withdraws', () => {
    const order = drawnOrder({ seed, purpose: 'order', entrants });
    const without = entrants.filter((entrant) => entrant !== order[3]);
    expect(drawnOrder({ seed, purpose: 'order', entrants: without })).toEqual(order.filter((_, at) => at !== 3));
  });

  it('is promised by the SHA-256 of its seed', () => {
    expect(commitmentTo(seed)).toBe(createHash('sha256').update(seed).digest('hex'));
    expect(commitmentTo('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

it('fills heats station by station', () => {
  expect(stationsOf(['a', 'b', 'c'], 2)).toEqual([
    { entrant: 'a', heat: 1, station: 1 },
    { entrant: 'b', heat: 1, station: 2 },
    { entrant: 'c', heat: 2, station: 1 },
  ]);
});

it('deals papers in turn', () => {
  expect(papersOf(['a', 'b', 'c'], ['A', 'B']).map(({ paper }) => paper)).toEqual(['A', 'B', 'A']);
  expect(papersOf(['a'], [])).toEqual([]);
});
