import { describe, expect, it } from 'vitest';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import type { ExamPaper, Site } from '../sessions';
import { type Taken, giveSeats, judgeSeatingDay, slotsOf } from './seating.policy';

const day = localDate('2026-12-12');
const paper = (offeringCode: string, subject: SubjectCode, from: string, to: string, siteId = 's1'): ExamPaper => ({
  offeringCode,
  subject,
  day,
  startsAt: timeOfDay(from),
  endsAt: timeOfDay(to),
  siteId,
  siteName: siteId,
  address: '',
});
const site = (id: string, ...seats: number[]): Site => ({
  id,
  name: id,
  address: '',
  rooms: seats.map((count, at) => ({ id: `${id}r${at + 1}`, name: `${at + 1}`, seats: count })),
});
const papers = [
  paper('a', 'theory', '09:00', '10:30'),
  paper('a', 'skill', '13:00', '15:00'),
  paper('b', 'theory', '09:30', '11:00'),
  paper('b', 'skill', '13:00', '15:00'),
];
const guest = (participantId: string, offeringCode = 'a') => ({ participantId, offeringCode });
const subjectsOf = (): readonly SubjectCode[] => ['theory', 'skill'];
const give = (change: Partial<Parameters<typeof giveSeats>[0]>) =>
  giveSeats({ subjectsOf, papers, sites: [site('s1', 2, 2)], guests: [], taken: [], ...change });
const takenOf = (given: ReturnType<typeof give>): Taken[] =>
  given.ok ? given.value.map((seat) => ({ ...seat, subject: seat.paper.subject, roomId: seat.room.id })) : [];
const seatsOf = (given: ReturnType<typeof give>) =>
  given.ok
    ? given.value.map((seat) => `${seat.participantId} ${seat.paper.subject} ${seat.room.name}-${seat.seat}`)
    : [];

describe('the seats of a session', () => {
  it('go by paper, then guest, then room and seat; overlapping papers share a room without sharing a seat', () => {
    expect(seatsOf(give({ guests: [guest('1'), guest('2'), guest('3', 'b')] }))).toEqual([
      '1 theory 1-1',
      '2 theory 1-2',
      '1 skill 1-1',
      '2 skill 1-2',
      '3 theory 2-1',
      '3 skill 2-1',
    ]);
  });

  it('stay for who has one, and the late get the next ones', () => {
    const first = give({ guests: [guest('1'), guest('2')] });
    expect(seatsOf(give({ guests: [guest('0'), guest('1'), guest('2')], taken: takenOf(first) }))).toEqual([
      '0 theory 2-1',
      '0 skill 2-1',
    ]);
    expect(seatsOf(give({ guests: [guest('1'), guest('2')], taken: takenOf(first) }))).toEqual([]);
  });

  it('suffice to the last one and are refused as a whole beyond, with the seats to add', () => {
    const guests = ['1', '2', '3', '4', '5', '6'].map((id) => guest(id));
    expect(give({ guests: guests.slice(0, 4) }).ok).toBe(true);
    expect(give({ guests: guests.slice(0, 5) })).toEqual({
      ok: false,
      error: { refused: 'seats-short', data: { missing: 1 } },
    });
    expect(give({ guests })).toMatchObject({ error: { data: { missing: 2 } } });
  });

  it('that lack at two sites add up', () => {
    const apart = [paper('a', 'theory', '09:00', '10:30'), paper('a', 'skill', '13:00', '15:00', 's2')];
    const given = give({ papers: apart, sites: [site('s1', 1), site('s2', 0)], guests: [guest('1'), guest('2')] });
    expect(given).toMatchObject({ error: { refused: 'seats-short', data: { missing: 3 } } });
  });

  it('need a paper for every subject', () => {
    expect(give({ papers: papers.slice(0, 1), guests: [guest('1')] })).toEqual({
      ok: false,
      error: { refused: 'session-incomplete', data: { missing: ['paper:a:skill'] } },
    });
  });
});

describe('slots', () => {
  it('join papers that overlap at a site, not those that follow at once or run elsewhere', () => {
    const row = [
      paper('a', 'theory', '09:00', '10:30'),
      paper('b', 'theory', '10:29', '11:00'),
      paper('c', 'theory', '11:00', '12:00'),
      paper('d', 'theory', '09:00', '10:30', 's2'),
    ];
    const slots = slotsOf(row);
    expect(row.map((one) => slots.get(one))).toEqual([
      '2026-12-12 09:00',
      '2026-12-12 09:00',
      '2026-12-12 11:00',
      '2026-12-12 09:00',
    ]);
  });
});

describe('the days for seating', () => {
  const windows = [
    { kind: 'payment', opens: localDate('2026-11-16'), closes: localDate('2026-12-04') },
    { kind: 'exam', opens: day, closes: day },
  ] as const;

  it.each([
    ['2026-11-15', { refused: 'too-early', data: { opensOn: '2026-11-16' } }],
    ['2026-11-16', null],
    ['2026-12-12', null],
    ['2026-12-13', { refused: 'too-late', data: { closedOn: '2026-12-12' } }],
  ])('%s', (on, refused) => expect(judgeSeatingDay(windows, localDate(on))).toEqual(refused));
});
