import type { DutyListView } from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { addAct } from '@jikaotong/shared/rules/sending';
import { beforeEach, expect, it, vi } from 'vitest';
import { doorOf, eraseOver, keepList, keepPhotos, keepQueue, photosOf, waitingOf } from './kept-door';
import { isInHours, note, sendWaiting } from './use-door';

/** What WeChat keeps for the app on this phone. */
const stored = new Map<string, unknown>();
/** What the server answers to what waits. */
const answer = { isOpen: true, takes: true };

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
    removeStorageSync: (key: string) => void stored.delete(key),
  },
}));
vi.mock('../../platform', async () => ({
  ...(await vi.importActual<object>('../../platform/storage')),
  newKey: () => `nonce-${Math.random()}`,
  call: (_: unknown, { body }: { body: { acts: { nonce: string }[] } }) =>
    Promise.resolve(
      answer.takes
        ? {
            ok: true,
            data: {
              answers: body.acts.map(({ nonce }) => ({ nonce, outcome: 'done' })),
              told: [],
              isOpen: answer.isOpen,
              now: Date.now(),
            },
          }
        : { ok: false, code: 'offline' },
    ),
}));
vi.mock('../sending', async () => ({
  ...(await vi.importActual<object>('../sending/kept-queue')),
  ...(await vi.importActual<object>('../sending/use-sending')),
}));
vi.mock('../signed-token', () => ({}));

const HOUR_MS = 3_600_000;
const opensAt = Date.now();
const list: DutyListView = {
  duty: {
    id: 'd',
    bodyName: '协会',
    sessionName: '批次',
    day: localDate('2026-12-12'),
    startsAt: timeOfDay('09:00'),
    endsAt: timeOfDay('10:30'),
    rooms: [],
    opensAt,
    closesAt: opensAt + HOUR_MS,
  },
  bodyId: 'b',
  day: localDate('2026-12-12'),
  slot: '2026-12-12 09:00',
  startsAt: timeOfDay('09:00'),
  graceMinutes: 30,
  graceIsAssumed: true,
  markKey: '0f',
  keptKey: '0f'.repeat(32),
  guests: [
    {
      sittingId: 's',
      roomId: 'r',
      seat: 1,
      subject: 'theory',
      startsAt: timeOfDay('09:00'),
      name: '王芳',
      ticketNumber: null,
      mark: null,
      offering: '五级',
      documentType: 'resident-id',
      documentTail: '002X',
      documents: ['resident-id'],
      notes: [],
    },
  ],
  places: [],
  elsewhere: {},
  revoked: [],
  items: [],
  told: [],
  now: opensAt,
};

const record = () => {
  const queue = doorOf('d')?.queue;
  if (!queue) throw new Error('no list');
  const act = { kind: 'check-in' as const, nonce: 'nonce-0001', atMs: opensAt, sittingId: 's', way: 'name' as const };
  keepQueue('d', addAct(queue, act));
};
const names = () => [...stored.keys()].filter((key) => key.includes('door-names'));

beforeEach(() => {
  stored.clear();
  Object.assign(answer, { isOpen: true, takes: true });
  keepList('d', list, 0);
  keepPhotos('d', 0, { s: 'AAAA' });
});

it('keeps names and photos while the duty is open, sealed', async () => {
  record();
  await sendWaiting('d');
  expect([waitingOf('d'), doorOf('d')?.list.guests[0]?.name, photosOf('d')]).toEqual([0, '王芳', { s: 'AAAA' }]);
  expect(JSON.stringify([...stored])).not.toContain('王芳');
});

it('erases list, photos and their key once what waited is taken and the duty is over', async () => {
  record();
  Object.assign(answer, { isOpen: false, takes: false });
  await sendWaiting('d');
  expect([waitingOf('d'), names().length > 0]).toEqual([1, true]);
  answer.takes = true;
  await sendWaiting('d');
  expect([waitingOf('d'), names(), doorOf('d'), photosOf('d')]).toEqual([0, [], null, {}]);
});

it('erases a duty whose hours are over by the clock of the server, but nothing that still waits', () => {
  // this phone is ten minutes slow: by its own clock the duty would go on
  keepList('d', { ...list, duty: { ...list.duty, closesAt: Date.now() + 600_000 } }, 600_000);
  record();
  eraseOver();
  expect(names().length).toBeGreaterThan(0);
  keepQueue('d', { waiting: [], unread: [], told: [], conflicts: 0 });
  eraseOver();
  expect([names(), doorOf('d')]).toEqual([[], null]);
  keepList('d', { ...list, duty: { ...list.duty, closesAt: Date.now() + HOUR_MS } }, 600_000);
  eraseOver();
  expect(doorOf('d')?.list.guests).toHaveLength(1);
});

it('writes down once what a double tap says, and another thing, or the same later, as well', () => {
  answer.takes = false;
  const said = { kind: 'undo' as const, sittingId: 's', words: '点错了人' };
  const clock = vi.spyOn(Date, 'now').mockReturnValue(opensAt);
  note('d', said);
  note('d', said);
  expect(waitingOf('d')).toBe(1);
  note('d', { ...said, words: '认错了人' });
  expect(waitingOf('d')).toBe(2);
  note('d', said);
  clock.mockReturnValue(opensAt + 1_000);
  note('d', said);
  expect(waitingOf('d')).toBe(4);
  clock.mockRestore();
});

it.each([
  [-1, false],
  [0, true],
  [HOUR_MS - 1, true],
  [HOUR_MS, false],
])('is locked outside the hours of the duty, by the millisecond: %d', (after, isOpen) => {
  expect(isInHours(list, opensAt + after)).toBe(isOpen);
});
