import { expect, it } from 'vitest';
import { byRoom } from './room-order';

it('puts rooms by hour, site and the number in their name', () => {
  const room = (roomName: string, siteName = '亦庄', slot = '2025-07-28 09:00') => ({ slot, siteName, roomName });
  const later = room('1', '亦庄', '2025-07-28 14:00');
  const rooms = [later, room('10'), room('第2考场'), room('2'), room('第10考场'), room('11'), room('1')];
  expect(rooms.toSorted(byRoom).map(({ slot, roomName }) => `${slot.slice(11)} ${roomName}`)).toEqual([
    '09:00 1',
    '09:00 2',
    '09:00 10',
    '09:00 11',
    '09:00 第2考场',
    '09:00 第10考场',
    '14:00 1',
  ]);
});
