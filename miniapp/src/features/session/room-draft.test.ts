import { describe, expect, it } from 'vitest';
import { roomDraftOf, roomFault, roomOf, roomsBetween, withRooms } from './room-draft';

const like = { seats: '30' };

describe('rooms in one go', () => {
  it.each([
    ['101-110', 10, '101', '110'],
    ['101 到 103', 3, '101', '103'],
    ['第1考场-第12考场', 12, '第1考场', '第12考场'],
    ['098—101', 4, '098', '101'],
    ['A201～A260', 60, 'A201', 'A260'],
  ])('%s', (range, count, first, last) => {
    const names = (roomsBetween(range, like) ?? []).map(({ name }) => name);
    expect([names.length, names[0], names.at(-1)]).toEqual([count, first, last]);
  });

  it.each(['', '101', '110-101', '201-261', '甲-乙'])('are not read from “%s”', (range) =>
    expect(roomsBetween(range, like)).toBeNull(),
  );
});

describe('more rooms of a site', () => {
  const added = (range: string, rooms = ['第1考场']) =>
    withRooms(
      rooms.map((name) => ({ name, seats: '30' })),
      roomsBetween(range, like) ?? [],
    ).map(({ name }) => name);

  it('go on after the first one and are named like it', () => {
    expect(added('2-4')).toEqual(['第1考场', '第2考场', '第3考场', '第4考场']);
    expect(added('1-3')).toEqual(['第1考场', '第2考场', '第3考场']);
  });

  it('stand alone where the building has numbers of its own', () => {
    expect(added('101-102')).toEqual(['101', '102']);
    expect(added('103-104', ['101', '102'])).toEqual(['101', '102', '103', '104']);
  });
});

describe('a room as it is written', () => {
  it('comes back as it was sent', () => {
    const room = { name: '101', seats: 30, perRow: 6, kind: 'computers' as const, accessible: [1, 2] };
    expect(roomOf(roomDraftOf(room))).toEqual(room);
    expect(roomOf(roomDraftOf({ name: '101', seats: 30 }))).toEqual({ name: '101', seats: 30 });
  });

  it.each([
    [{}, false],
    [{ perRow: '30' }, false],
    [{ perRow: '31' }, true],
    [{ accessible: '1，2 和 30' }, false],
    [{ accessible: '31' }, true],
    [{ seats: '0' }, true],
    [{ name: ' ' }, true],
  ])('%j', (change, isWrong) => expect(roomFault({ name: '101', seats: '30', ...change }) !== null).toBe(isWrong));
});
