import { describe, expect, it } from 'vitest';
import { instantAt, localDate, timeOfDay } from '../../kernel';
import {
  type DoorAct,
  type DoorGuest,
  type DoorList,
  type DoorVerdict,
  EMPTY_QUEUE,
  graceEndsMs,
  judgeGuest,
  judgeScan,
  markOf,
  mergePaper,
  readSeats,
  standings,
} from './index';
import { addAct, nextBatch, takeAnswers } from '../sending';

const day = localDate('2026-12-12');
const nine = timeOfDay('09:00');
const markKey = '07'.repeat(32);
const slot = '2026-12-12 09:00';
const mark = (token: string) => markOf(markKey, token);
const guest = (seat: number): DoorGuest => ({
  sittingId: `s${seat}`,
  roomId: 'r101',
  seat,
  startsAt: nine,
  name: `考生${seat}`,
  ticketNumber: `T${seat}`,
  mark: mark(`token${seat}`),
});
const place = (over: object) => ({ day, startsAt: nine, slot, siteName: '亦庄', roomName: '205', ...over });
const list: DoorList = {
  bodyId: 'bspia',
  day,
  slot,
  startsAt: nine,
  graceMinutes: 30,
  markKey,
  guests: [1, 2, 3, 4].map(guest),
  places: [
    place({}),
    place({ startsAt: timeOfDay('13:00'), slot: '2026-12-12 13:00' }),
    place({ day: localDate('2026-12-13'), slot: '2026-12-13 09:00' }),
    place({ startsAt: timeOfDay('07:00'), slot: '2026-12-12 07:00' }),
  ],
  elsewhere: { [mark('other')]: [1, 0], [mark('later')]: [3, 1], [mark('earlier')]: [3], [mark('tomorrow')]: [2] },
  revoked: [mark('old')],
};
const at = (time: string) => instantAt(day, timeOfDay(time));

describe('a scanned ticket', () => {
  const scan = (token: string, more: { examOn?: string; bodyId?: string; nowMs?: number } = {}): DoorVerdict =>
    judgeScan({
      token,
      checked: {
        verdict: 'genuine',
        claims: {
          kind: 'ticket',
          number: 'T',
          name: '王芳',
          bodyId: more.bodyId ?? 'bspia',
          examOn: localDate(more.examOn ?? '2026-12-12'),
        },
      },
      list,
      inside: new Map([['s2', { state: 'present', atMs: at('08:41') }]]),
      nowMs: more.nowMs ?? at('08:50'),
    });
  it.each([
    ['token1', { code: 'enter', guest: { seat: 1 } }],
    ['token2', { code: 'already-in', atMs: at('08:41') }],
    ['other', { code: 'other-room', place: { roomName: '205' } }],
    ['later', { code: 'other-time', place: { startsAt: '13:00' } }],
    ['earlier', { code: 'other-time', place: { startsAt: '07:00' } }],
    ['tomorrow', { code: 'other-day', day: '2026-12-13' }],
    ['old', { code: 'revoked' }],
    ['unheard', { code: 'unlisted' }],
  ])('%s', (token, verdict) => expect(scan(token)).toMatchObject(verdict));

  it('of another session is of another day, or of nobody we know', () => {
    expect(scan('x', { examOn: '2026-10-17' })).toMatchObject({ code: 'other-day', day: '2026-10-17' });
    expect(scan('x', { bodyId: 'cecc', examOn: '2026-10-17' })).toMatchObject({ code: 'unlisted' });
    expect(scan('toString')).toMatchObject({ code: 'unlisted' });
  });

  it('is in time to the last instant of the grace time', () => {
    const last = graceEndsMs(list, guest(1));
    expect(last).toBe(at('09:30'));
    expect(scan('token1', { nowMs: last })).toMatchObject({ code: 'enter' });
    expect(scan('token1', { nowMs: last + 1 })).toMatchObject({ code: 'too-late', untilMs: last });
    // who is in stays in
    expect(
      judgeGuest({ guest: guest(2), list, inside: new Map([['s2', { state: 'present', atMs: 1 }]]), nowMs: last + 1 })
        .code,
    ).toBe('already-in');
  });

  it('is judged by its signature first', () => {
    for (const verdict of ['forged', 'key-unknown'] as const)
      expect(judgeScan({ token: 'token1', checked: { verdict }, list, inside: new Map(), nowMs: 0 })).toEqual({
        code: verdict,
      });
    const checked = { verdict: 'genuine', claims: { kind: 'certificate' } } as const;
    expect(judgeScan({ token: 'token1', checked, list, inside: new Map(), nowMs: 0 })).toEqual({ code: 'no-ticket' });
  });
});

describe('the queue of a phone', () => {
  const act = (nonce: string, sittingId: string): DoorAct => ({
    nonce,
    atMs: 1000,
    kind: 'check-in',
    sittingId,
    way: 'scan',
  });
  const incident = (nonce: string, picture: string | null): DoorAct => ({
    nonce,
    atMs: 1,
    kind: 'incident',
    roomId: 'r101',
    words: '停电',
    picture,
  });

  it('keeps an act until the server has named it, and takes none twice', () => {
    let queue = ['a', 'b', 'a'].reduce((all, nonce) => addAct(all, act(nonce, `s-${nonce}`)), EMPTY_QUEUE);
    expect(queue.waiting.map(({ nonce }) => nonce)).toEqual(['a', 'b']);
    queue = takeAnswers(addAct(queue, act('c', 's-c')), {
      answers: [
        { nonce: 'a', outcome: 'done' },
        { nonce: 'b', outcome: 'conflict' },
      ],
      told: [{ sittingId: 's-a', state: 'present', atMs: 5 }],
    });
    expect(queue.waiting.map(({ nonce }) => nonce)).toEqual(['c']);
    expect(queue.conflicts).toBe(1);
    // the answer of a second upload says the same again and counts nothing twice
    expect(takeAnswers(queue, { answers: [{ nonce: 'b', outcome: 'conflict' }], told: queue.told })).toEqual(queue);
  });

  it('sends a picture alone, in its turn', () => {
    const queue = [act('a', 's1'), incident('p', 'x'), act('b', 's2')].reduce(addAct, EMPTY_QUEUE);
    expect(nextBatch(queue).map(({ nonce }) => nonce)).toEqual(['a']);
    const rest = { ...queue, waiting: queue.waiting.slice(1) };
    expect(nextBatch(rest).map(({ nonce }) => nonce)).toEqual(['p']);
  });

  it('shows what waits over what the server said, by the clock of the server', () => {
    const undo: DoorAct = { nonce: 'u', atMs: 3, kind: 'undo', sittingId: 's2', words: '点错了' };
    const paper: DoorAct = { nonce: 'p', atMs: 4, kind: 'paper', roomId: 'r101', absentSeats: [4] };
    const told = [{ sittingId: 's2', state: 'present' as const, atMs: 50 }];
    const queue = { waiting: [act('a', 's1'), undo, paper], told, conflicts: 0, unread: [] };
    expect(Object.fromEntries(standings(queue, list.guests, 100))).toEqual({
      s1: { state: 'present', atMs: 1100, way: 'scan' },
      s2: { state: 'present', atMs: 104, way: 'paper' },
      s3: { state: 'present', atMs: 104, way: 'paper' },
      s4: { state: 'absent', atMs: 104, way: 'paper' },
    });
  });
});

describe('the paper list', () => {
  it.each([
    ['4、17', [4, 17]],
    ['17号，4号', [4, 17]],
    ['４ 17 4', [4, 17]],
    ['', []],
    ['17-19、4', [4, 17, 18, 19]],
    ['4号 到 6号', [4, 5, 6]],
    ['19-17', null],
    ['1-9999', null],
    ['4-', null],
    ['四', null],
  ])('%s', (text, seats) => expect(readSeats(text)).toEqual(seats));

  it('is merged with the scans, which stand until somebody decides', () => {
    const seats = (['planned', 'present', 'present', 'absent', 'void'] as const).map((state, i) => ({
      sittingId: `s${i + 1}`,
      seat: i + 1,
      state,
    }));
    expect(mergePaper(seats, [3, 4, 9])).toEqual({ present: ['s1'], absent: [], conflicts: ['s3'], unknownSeats: [9] });
    expect(mergePaper(seats, [1])).toMatchObject({ present: ['s4'], absent: ['s1'], conflicts: [] });
  });
});
