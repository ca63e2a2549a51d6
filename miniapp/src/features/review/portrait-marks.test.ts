import { describe, expect, it } from 'vitest';
import { KeptMarks, marksOn, withMark } from './portrait-marks';

const DAY = 86_400_000;
const one = { id: 'a', photo: { id: 'p1', url: '' } };
const other = { id: 'b', photo: { id: 'p2', url: '' } };

describe('marks on photos that were not sent yet', () => {
  const kept = withMark(withMark({}, one, 'photo-grey', 0), other, 'photo-recent', DAY);

  it('are there again for the same photos', () => {
    expect([...marksOn(kept, [one, other], DAY)]).toEqual([
      ['a', 'photo-grey'],
      ['b', 'photo-recent'],
    ]);
  });

  it('say nothing of another photo, of another application, or with a reason that is gone', () => {
    expect(marksOn(kept, [{ ...one, photo: { id: 'p9', url: '' } }], DAY).size).toBe(0);
    expect(marksOn(kept, [{ ...one, id: 'c' }], DAY).size).toBe(0);
    expect(marksOn({ a: { photoId: 'p1', reason: 'photo-gone', at: 0 } }, [one], DAY).size).toBe(0);
  });

  it('are forgotten after seven days, each by its own', () => {
    expect(marksOn(kept, [one, other], 7 * DAY - 1).size).toBe(2);
    expect([...marksOn(kept, [one, other], 7 * DAY).keys()]).toEqual(['b']);
    expect(Object.keys(withMark(kept, { ...one, id: 'c' }, 'photo-grey', 7 * DAY))).toEqual(['b', 'c']);
  });

  it('are taken away one by one, and can be changed', () => {
    expect([...marksOn(withMark(kept, one, null, DAY), [one, other], DAY).keys()]).toEqual(['b']);
    expect(marksOn(withMark(kept, one, 'photo-blurred', DAY), [one], DAY).get('a')).toBe('photo-blurred');
  });

  it('are kept without who it is about', () => {
    expect(KeptMarks.parse(JSON.parse(JSON.stringify(kept)))).toEqual({
      a: { photoId: 'p1', reason: 'photo-grey', at: 0 },
      b: { photoId: 'p2', reason: 'photo-recent', at: DAY },
    });
  });
});
