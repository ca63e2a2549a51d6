import { describe, expect, it } from 'vitest';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import type { ExamPaper, Site } from '../sessions';
import { companyOf, numbered, seatingFrame } from './seating-input';
import { judgeSeatingDay, seatsToAdd } from './seating.policy';

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

describe('the seats to add', () => {
  const papers = [
    paper('a', 'theory', '09:00', '10:30'),
    paper('b', 'theory', '09:00', '10:30'),
    paper('a', 'skill', '13:00', '15:00'),
    paper('b', 'skill', '13:00', '15:00', 's2'),
  ];
  const frame = seatingFrame([site('s1', 2), site('s2', 1)], papers);
  const lacks = (id: string, missing: number, reserved = false) => ({ shift: id, missing, reserved });
  const theory = (of: string) => `${of}/theory/2026-12-12/09:00/s1`;

  it('count once for every hour of a site, and for each site', () => {
    const hours = [lacks(theory('a'), 2), lacks('a/skill/2026-12-12/13:00/s1', 3)];
    expect(seatsToAdd(hours, frame).missing).toBe(3);
    expect(seatsToAdd([...hours, lacks('b/skill/2026-12-12/13:00/s2', 1)], frame).missing).toBe(4);
  });

  it('are told by subject and hour, all offerings together', () => {
    expect(seatsToAdd([lacks(theory('a'), 2), lacks(theory('b'), 1)], frame)).toEqual({
      missing: 3,
      short: [{ subject: 'theory', day, first: '09:00', missing: 3, reserved: false }],
    });
  });
});

describe('the slot of a seat', () => {
  it('is shared by papers that overlap in a room, not by those that follow at once or run elsewhere', () => {
    const papers = [
      paper('a', 'theory', '09:00', '10:30'),
      paper('b', 'theory', '10:29', '11:00'),
      paper('c', 'theory', '11:00', '12:00'),
      paper('d', 'theory', '09:00', '10:30', 's2'),
    ];
    const frame = seatingFrame([site('s1', 2), site('s2', 2)], papers);
    const slotOf = (at: number, room: string) => {
      const { offeringCode, startsAt, siteId } = papers[at] ?? paper('a', 'theory', '09:00', '10:30');
      const shift = `${offeringCode}/theory/${day}/${startsAt}/${siteId}`;
      return frame.sittingOf({ key: 'k', shift, room, seat: 1 }, { sessionId: 's', participantId: 'p' }).slot;
    };
    expect([slotOf(0, 's1r1'), slotOf(1, 's1r1'), slotOf(2, 's1r1'), slotOf(3, 's2r1')]).toEqual([
      '2026-12-12 09:00',
      '2026-12-12 09:00',
      '2026-12-12 11:00',
      '2026-12-12 09:00',
    ]);
  });
});

describe('companies', () => {
  it('are one however they are typed', () => {
    expect(companyOf('北京 安防（集团）有限公司')).toBe(companyOf('北京安防(集团)有限公司'));
    expect(companyOf('  ')).toBeNull();
  });

  it('get numbers that stay when others come', () => {
    const guest = (key: string, company: string | null) => {
      return { key, company, offeringCode: 'a', subjects: ['theory' as const], reserved: false };
    };
    const first = numbered([guest('b', 'x'), guest('c', null), guest('d', 'y')], new Map());
    expect(first.map(({ key, group }) => [key, group])).toEqual([
      ['b', 1],
      ['c', null],
      ['d', 2],
    ]);
    const known = new Map(first.map((one) => [one.key, one]));
    const then = numbered([guest('a', 'y'), guest('aa', 'z'), guest('b', 'x'), guest('d', 'y')], known);
    expect(then.map(({ key, group }) => [key, group])).toEqual([
      ['a', 2],
      ['aa', 3],
      ['b', 1],
      ['d', 2],
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
