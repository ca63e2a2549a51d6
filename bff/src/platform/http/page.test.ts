import { describe, expect, it } from 'vitest';
import { cursorIn, lastSeen, pageOf } from './page';
import { refusalIn } from './refusal';

const rows = [3, 2, 1].map((at) => ({ at, id: `id${at}` }));
const cursorOf = (row: { at: number; id: string }) => [row.at, row.id];
const refused = (fn: () => unknown) => {
  try {
    return fn();
  } catch (error) {
    return refusalIn(error)?.refused;
  }
};

describe('a page', () => {
  it('names where the next one begins, and nothing at the end', () => {
    const { items, next } = pageOf(rows, 2, cursorOf);
    expect(items).toHaveLength(2);
    expect(cursorIn(next ?? '', 2)).toEqual([2, 'id2']);
    expect(pageOf(rows, 3, cursorOf).next).toBeNull();
    expect(pageOf([], 3, cursorOf)).toEqual({ items: [], next: null });
  });

  it('refuses a cursor that is not ours', () => {
    expect(cursorIn(undefined, 2)).toBeNull();
    expect(lastSeen(undefined)).toBeNull();
    expect(lastSeen(pageOf(rows, 1, ({ id }) => [id]).next ?? '')).toBe('id3');
    const objects = Buffer.from('[{},[]]').toString('base64url');
    for (const text of ['', '!!', objects, pageOf(rows, 1, (row) => [row.at]).next ?? ''])
      expect(refused(() => cursorIn(text, 2))).toBe('invalid-input');
  });
});
