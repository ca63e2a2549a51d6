import type { DutiesToCopy } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { expect, it } from 'vitest';
import { NO_ROOM, copiedDuties, roomsToAsk } from './copied-duties';

const at = (roomName: string, siteName = '东') => ({ siteName, roomName });
const duty = (
  name: string,
  rooms: readonly ReturnType<typeof at>[],
  standing: 'active' | 'gone' | 'helper' = 'active',
) => ({
  name,
  standing,
  accountId: standing === 'active' ? `id-${name}` : null,
  rooms: [...rooms],
});
const from: DutiesToCopy = {
  sessionId: 's',
  sessionName: '上一批',
  slot: '2026-11-12 09:00',
  day: localDate('2026-11-12'),
  startsAt: timeOfDay('09:00'),
  duties: [
    duty('甲', [at('101'), at('201')]),
    duty('乙', [at('201'), at('202')]),
    duty('丙', [at('301')], 'gone'),
    duty('丁', [at('101')], 'helper'),
  ],
};
const rooms = ['101', '102'].map((name) => ({ ...at(name), roomId: name, expected: 30 }));

it('asks for rooms without a counterpart, not for those of who is gone', () => {
  expect(roomsToAsk(from, rooms)).toEqual(['东 201', '东 202']);
  expect(
    roomsToAsk(
      from,
      rooms.map((room) => ({ ...room, siteName: '西' })),
    ),
  ).toContain('东 101');
});

it('gives the same rooms to who is active, and the others as answered', () => {
  expect(copiedDuties(from, rooms, {})).toEqual([{ accountId: 'id-甲', name: '甲', roomIds: ['101'] }]);
  expect(copiedDuties(from, rooms, { '东 201': '102', '东 202': NO_ROOM })).toEqual([
    { accountId: 'id-甲', name: '甲', roomIds: ['101', '102'] },
    { accountId: 'id-乙', name: '乙', roomIds: ['102'] },
  ]);
});
