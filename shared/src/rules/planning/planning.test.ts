import { describe, expect, it } from 'vitest';
import { localDate, timeOfDay } from '../../kernel';
import type { SubjectCode } from '../../notice';
import {
  type PlannedPaper,
  type PlannedPlaces,
  capacityOf,
  paperNeeds,
  examShiftsOf,
  planCautions,
  planConflicts,
  roomsElsewhere,
} from './index';

const paper = (subject: SubjectCode, from: string, to: string, change: Partial<PlannedPaper> = {}): PlannedPaper => ({
  offeringCode: 'a',
  subject,
  day: localDate('2026-12-12'),
  startsAt: timeOfDay(from),
  endsAt: timeOfDay(to),
  siteName: 'east',
  ...change,
});
const east = { name: 'east', rooms: [{ name: '101', seats: 10 }] };
const west = { name: 'west', rooms: [{ name: '1', seats: 4 }] };
const expected = (people: number, offeringCode = 'a') => [
  { offeringCode, subjects: ['theory', 'skill'] as const, people },
];

describe('shifts', () => {
  it('come by rounds, each with all stations', () => {
    const shifts = examShiftsOf({ sites: [east], papers: [paper('skill', '09:00', '10:00', { rounds: 3 })] });
    expect(shifts.map(({ startsAt, endsAt }) => `${startsAt}-${endsAt}`)).toEqual([
      '09:00-09:20',
      '09:20-09:40',
      '09:40-10:00',
    ]);
  });

  it('take rooms of their kind only, and those of another site after their own', () => {
    const sites = [
      { ...east, rooms: [...east.rooms, { name: 'lab', seats: 5, kind: 'computers' as const }] },
      { name: 'west', rooms: [{ name: '1', seats: 4, kind: 'computers' as const }] },
    ];
    const roomsOf = (change: Partial<PlannedPaper>) =>
      examShiftsOf({ sites, papers: [paper('theory', '09:00', '10:00', change)] }).flatMap(({ rooms }) =>
        rooms.map(({ siteName, room }) => `${siteName} ${room.name}`),
      );
    expect(roomsOf({})).toEqual(['east 101', 'east lab']);
    expect(roomsOf({ kind: 'computers', overflowSiteName: 'west' })).toEqual(['east lab', 'west 1']);
    expect(roomsOf({ kind: 'desks' })).toEqual(['east 101']);
  });
});

describe('capacity', () => {
  const two = [paper('theory', '09:00', '10:00'), paper('theory', '10:00', '11:00'), paper('skill', '13:00', '14:00')];

  it('is needed in halves by two shifts, and whole by one', () => {
    const rows = capacityOf({ sites: [east], papers: two }, expected(10));
    expect(rows.map(({ subject, needed, places, short }) => [subject, needed, places, short])).toEqual([
      ['theory', 5, 10, 0],
      ['theory', 5, 10, 0],
      ['skill', 10, 10, 0],
    ]);
  });

  it('is short by as many as find no place, in the shift where they are', () => {
    const rows = capacityOf({ sites: [east], papers: two }, expected(13));
    expect(rows.map(({ needed, short }) => [needed, short])).toEqual([
      [7, 0],
      [6, 0],
      [13, 3],
    ]);
  });

  it('counts a room once for two offerings at one time', () => {
    const both: PlannedPlaces = {
      sites: [east],
      papers: [paper('theory', '09:00', '10:00'), paper('theory', '09:00', '10:00', { offeringCode: 'b' })],
    };
    const [row] = capacityOf(both, [...expected(6), ...expected(6, 'b')]);
    expect(row).toMatchObject({ needed: 12, places: 10, short: 2, offeringCodes: ['a', 'b'] });
  });
});

describe('the need of a paper', () => {
  it('is counted over its rounds, by who takes its subject: retakes take one', () => {
    const papers = [
      paper('theory', '09:00', '10:00'),
      paper('skill', '13:00', '14:00', { rounds: 2, siteName: 'west' }),
    ];
    const people = [...expected(8), { offeringCode: 'a', subjects: ['skill'] as const, people: 3 }];
    expect(paperNeeds({ sites: [east, west], papers }, people)).toEqual([
      { needed: 8, places: 10, short: 0, shared: null },
      { needed: 11, places: 8, short: 3, shared: null },
    ]);
  });
});

describe('the need of a paper whose rooms another uses at the same time', () => {
  it('names the other and how many places it takes', () => {
    const b = { offeringCode: 'b' };
    const papers = [paper('theory', '09:00', '10:00'), paper('theory', '09:00', '10:00', b)];
    expect(paperNeeds({ sites: [east], papers }, [...expected(10), ...expected(4, 'b')])).toEqual([
      { needed: 10, places: 10, short: 0, shared: { with: [{ offeringCode: 'b', subject: 'theory' }], taken: 0 } },
      { needed: 4, places: 10, short: 4, shared: { with: [{ offeringCode: 'a', subject: 'theory' }], taken: 10 } },
    ]);
    const later = [paper('theory', '09:00', '10:00'), paper('theory', '10:00', '11:00', b)];
    expect(paperNeeds({ sites: [east], papers: later }, expected(10)).map(({ shared }) => shared)).toEqual([
      null,
      null,
    ]);
  });
});

describe('conflicts', () => {
  const codes = (places: PlannedPlaces, people = 1) => planConflicts(places, expected(people)).map(({ code }) => code);
  const b = { offeringCode: 'b' };

  it.each([
    ['10:00', '11:00', []],
    ['09:59', '11:00', ['room-twice']],
    ['09:00', '11:00', []],
  ])('of a room: another paper at %s', (from, to, found) => {
    expect(codes({ sites: [east], papers: [paper('theory', '09:00', '10:00'), paper('theory', from, to, b)] })).toEqual(
      found,
    );
  });

  it('of a person: a subject at every hour of the other', () => {
    const papers = [paper('theory', '09:00', '10:00'), paper('skill', '09:00', '10:00', { siteName: 'west' })];
    expect(codes({ sites: [east, west], papers })).toEqual(['person-twice', 'person-twice']);
    const later = paper('skill', '13:00', '14:00', { siteName: 'west' });
    expect(codes({ sites: [east, west], papers: [...papers, later] })).toEqual(['person-twice']);
    expect(codes({ sites: [east, west], papers: [papers[0] ?? later, later] })).toEqual([]);
  });

  it('of places: subject, shift and how many', () => {
    const papers = [paper('theory', '09:00', '10:00'), paper('skill', '13:00', '14:00', { siteName: 'west' })];
    expect(planConflicts({ sites: [east, west], papers }, expected(4))).toEqual([]);
    expect(planConflicts({ sites: [east, west], papers }, expected(5))).toEqual([
      {
        code: 'places-short',
        subject: 'skill',
        day: '2026-12-12',
        first: '13:00',
        siteName: 'west',
        needed: 5,
        missing: 1,
      },
    ]);
  });

  it('with another session about a room at one time', () => {
    const mine = { sites: [east], papers: [paper('theory', '09:00', '10:00')] };
    const theirs = (from: string, to: string) => [
      { sessionName: 'x', places: { sites: [east], papers: [paper('skill', from, to)] } },
    ];
    expect(roomsElsewhere(mine, theirs('10:00', '11:00'))).toEqual([]);
    expect(roomsElsewhere(mine, theirs('09:00', '10:00'))).toMatchObject([{ code: 'room-elsewhere', roomName: '101' }]);
  });
});

describe('cautions', () => {
  const subject = (code: SubjectCode, quote: string) => ({
    code,
    name: code,
    method: null,
    source: { clause: '二（三）', quote },
  });
  const printed = '理论知识、操作技能一般安排在同一天 内考核。';
  const offering = (quote: string) => ({
    code: 'a',
    occupation: 'x',
    workType: null,
    level: null,
    months: [10, 12],
    levelName: null,
    standard: null,
    routes: [],
    subjects: [subject('theory', quote), subject('skill', quote)],
    source: { clause: '一', quote: '' },
  });
  const at = (on: string) => ({ day: localDate(on) });
  const given = (quote = printed) => ({
    sites: [east, west],
    papers: [paper('theory', '09:00', '10:00'), paper('skill', '13:00', '14:00')],
    expected: expected(10),
    offeringCodes: ['a'],
    notice: { year: 2026, offerings: [offering(quote)], schedule: [] },
    calendar: [{ year: 2026, off: [localDate('2026-12-13')], workedWeekends: [], source: '' }],
    ticketOn: localDate('2026-12-07'),
    planned: [{ offeringCode: 'a', month: '2026-12' }],
    today: localDate('2026-11-01'),
  });
  const codes = (change: object, quote = printed) =>
    planCautions({ ...given(quote), ...change }).map(({ code }) => code);

  it('are none for a plan as the notice prints it', () => expect(codes({})).toEqual([]));

  it.each([
    ['2026-12-09', []],
    ['2026-12-10', ['near-ticket-day']],
    ['2026-12-13', ['near-ticket-day']],
  ])('tickets on %s', (ticketOn, found) => expect(codes({ ticketOn: localDate(ticketOn) })).toEqual(found));

  it('a day off, and subjects on two days where the notice says generally one', () => {
    const papers = [paper('theory', '09:00', '10:00'), paper('skill', '09:00', '10:00', at('2026-12-13'))];
    expect(codes({ papers, expected: [] })).toEqual(['exam-on-day-off', 'generally-one-day']);
    expect(codes({ papers, expected: [] }, '分别考核')).toEqual(['exam-on-day-off']);
  });

  it('people whose subjects lie on two days, or in another order, and not one more', () => {
    const two = (['theory', 'skill'] as const).flatMap((subject, at) =>
      ['2026-12-12', '2026-12-14'].map((day) =>
        paper(subject, at === 0 ? '09:00' : '13:00', at === 0 ? '10:00' : '14:00', { day: localDate(day) }),
      ),
    );
    const cautions = (people: number, papers = two) =>
      planCautions({ ...given(), papers, expected: expected(people) }).filter(({ code }) =>
        code.startsWith('subjects'),
      );
    expect(cautions(20)).toEqual([]);
    // theory for ten on either day, skill on one of them for ten and on the other for four
    const fewer = two.map((one) =>
      one.subject === 'skill' && one.day === '2026-12-14' ? { ...one, siteName: 'west' } : one,
    );
    expect(cautions(14, fewer)).toEqual([]);
    const turned = [paper('skill', '09:00', '10:00'), paper('theory', '13:00', '14:00')];
    expect(cautions(10, turned)).toEqual([{ code: 'subjects-turned', people: 10, turned: 10 }]);
    const parted = [paper('theory', '09:00', '10:00'), paper('skill', '09:00', '10:00', at('2026-12-13'))];
    expect(cautions(10, parted)).toEqual([{ code: 'subjects-parted', people: 10, parted: 10 }]);
  });

  it('months that are printed, still to come and not planned', () => {
    expect(codes({ planned: [] })).toEqual(['months-unplanned']);
    expect(codes({ planned: [], today: localDate('2026-12-01') })).toEqual([]);
  });
});
