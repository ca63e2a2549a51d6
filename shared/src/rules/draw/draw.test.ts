import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localDate, timeOfDay } from '../../kernel';
import {
  areInOrder,
  commitmentTo,
  drawnOrder,
  heatTimesOf,
  latePlace,
  papersOf,
  pseudonymOf,
  stagePlacesOf,
  stationsOf,
} from './index';

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

const block = (startsAt: string, endsAt: string, day = '2025-07-28') => ({
  day: localDate(day),
  startsAt: timeOfDay(startsAt),
  endsAt: timeOfDay(endsAt),
});

describe('heats', () => {
  it('follow one another inside the hours; one that does not end in them is not begun', () => {
    const plan = {
      stations: 4,
      minutes: 40,
      gapMinutes: 10,
      blocks: [block('09:00', '11:20'), block('13:00', '13:39')],
    };
    expect(heatTimesOf(plan).map(({ startsAt, endsAt }) => `${startsAt}-${endsAt}`)).toEqual([
      '09:00-09:40',
      '09:50-10:30',
      '10:40-11:20',
    ]);
    const more = {
      ...plan,
      blocks: [block('09:00', '11:19'), block('13:00', '13:40'), block('09:00', '09:40', '2025-07-29')],
    };
    expect(heatTimesOf(more).map(({ heat, day, startsAt }) => `${heat} ${day} ${startsAt}`)).toEqual([
      '1 2025-07-28 09:00',
      '2 2025-07-28 09:50',
      '3 2025-07-28 13:00',
      '4 2025-07-29 09:00',
    ]);
  });

  it.each([
    [[block('09:00', '12:00'), block('12:00', '13:00')], true],
    [[block('09:00', '12:00'), block('11:59', '13:00')], false],
    [[block('09:00', '09:00')], false],
    [[block('13:00', '14:00'), block('09:00', '10:00')], false],
    [[block('13:00', '14:00'), block('09:00', '10:00', '2025-07-29')], true],
  ])('take hours %j in their order: %s', (blocks, fine) => {
    expect(areInOrder(blocks)).toBe(fine);
  });
});

describe('places after the draw', () => {
  const places = stagePlacesOf({ seed, entrants: ['a', 'b', 'c', 'd', 'e'], stations: 2, papers: ['A', 'B'] });
  const dealt = { stations: 2, papers: ['A', 'B'] };
  const without = (...positions: number[]) => places.filter(({ position }) => !positions.includes(position));

  it('that were given up are filled first, the lowest, with their paper; nobody else moves', () => {
    const { entrant: _, ...second } = places[1] ?? { entrant: '' };
    expect(latePlace(without(2, 4), places, dealt)).toEqual(second);
  });

  it('come after the last where none is empty, with the paper that the fewest have', () => {
    expect(places.map(({ paper }) => paper).toSorted()).toEqual(['A', 'A', 'A', 'B', 'B']);
    expect(latePlace(places, places, dealt)).toEqual({ position: 6, heat: 3, station: 2, paper: 'B' });
    expect(latePlace(places, places, { stations: 2, papers: [] })).toMatchObject({ position: 6, paper: null });
    expect(latePlace([], [], dealt)).toEqual({ position: 1, heat: 1, station: 1, paper: 'A' });
  });

  it('stand under names that hang on the promise', () => {
    expect(pseudonymOf({ commitment: 'c' }, 'p')).toMatch(/^[0-9a-f]{16}$/);
    expect(pseudonymOf({ commitment: 'd' }, 'p')).not.toBe(pseudonymOf({ commitment: 'c' }, 'p'));
  });
});
