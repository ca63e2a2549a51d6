import { localDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { describe, expect, it } from 'vitest';
import {
  type ExamPaperDraft,
  type PlacesDraft,
  type SiteDraft,
  expectedOf,
  placesFaults,
  placesOf,
  seatsIn,
  withRoom,
  withShift,
  withSite,
  withSites,
  withUsualHours,
} from './places-draft';

const site: SiteDraft = { name: '亦庄考点', address: '科谷一街10号院', rooms: [{ name: '101', seats: '30' }] };
const paper = (change: Partial<ExamPaperDraft> = {}): ExamPaperDraft => ({
  offeringCode: 'installer-5',
  subject: 'theory',
  day: '2026-12-12',
  startsAt: '09:00',
  endsAt: '10:30',
  siteName: site.name,
  ...change,
});
const draft = (change: Partial<PlacesDraft> = {}): PlacesDraft => ({ sites: [site], papers: [paper()], ...change });
const withSeats = (seats: string) => draft({ sites: [{ ...site, rooms: [{ name: '101', seats }] }] });

describe('the places of a session as they are written', () => {
  it('are sent with seats as numbers', () => {
    expect(placesOf(draft())).toMatchObject({
      sites: [{ name: '亦庄考点', rooms: [{ name: '101', seats: 30 }] }],
      papers: [{ subject: 'theory', startsAt: '09:00', endsAt: '10:30', siteName: '亦庄考点' }],
    });
  });

  it.each(['0', '2001', '', '三十', '1.5'])('are held back with %s seats', (seats) =>
    expect(placesOf(withSeats(seats))).toBeNull(),
  );
  it.each(['1', '2000'])('take %s seats', (seats) => expect(placesFaults(withSeats(seats))).toEqual([]));

  it('name what is missing', () => {
    expect(placesFaults({ sites: [], papers: [] })).toHaveLength(1);
    expect(placesFaults(draft({ sites: [site, site] }))).toHaveLength(1);
    expect(placesFaults(draft({ sites: [{ ...site, rooms: [] }] }))).toHaveLength(1);
    expect(placesFaults(draft({ papers: [paper({ startsAt: '' })] }))).toHaveLength(1);
    expect(placesFaults(draft({ papers: [paper({ endsAt: '09:00' })] }))).toHaveLength(1);
    expect(placesFaults(draft({ papers: [paper({ siteName: '别处' })] }))).toHaveLength(1);
  });

  it('fill in the usual hours where none are written', () => {
    const filled = withUsualHours(
      draft({
        papers: [paper({ startsAt: '08:30', endsAt: '10:00' }), paper({ subject: 'skill', startsAt: '', endsAt: '' })],
      }),
      localDate('2026-12-12'),
    );
    expect(filled.papers.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['08:30', '10:00'],
      ['13:00', '15:00'],
    ]);
  });

  it('take the papers along when a site is renamed or is the only one left', () => {
    expect(withSite(draft(), 0, { ...site, name: '大兴考点' }).papers[0]?.siteName).toBe('大兴考点');
    const two = draft({ sites: [site, { ...site, name: '大兴考点' }], papers: [paper({ siteName: '大兴考点' })] });
    expect(withSites(two, [site]).papers[0]?.siteName).toBe('亦庄考点');
    expect(withSites(two, two.sites).papers[0]?.siteName).toBe('大兴考点');
  });

  it('number the next room like the last and count the seats', () => {
    const grown = withRoom(withRoom({ ...site, rooms: [] }));
    expect(grown.rooms.map(({ name }) => name)).toEqual(['第1考场', '第2考场']);
    expect(withRoom({ ...site, rooms: [{ name: '1209 教室', seats: '20' }] }).rooms[1]).toEqual({
      name: '1210 教室',
      seats: '20',
    });
    expect(seatsIn(grown)).toBe(60);
  });
});

describe('several shifts of a subject', () => {
  const two = withShift([paper(), paper({ subject: 'skill' })], paper());

  it('stand beside one another, the new one with hours to fill in', () => {
    expect(two.map(({ subject, startsAt }) => [subject, startsAt])).toEqual([
      ['theory', '09:00'],
      ['theory', ''],
      ['skill', '09:00'],
    ]);
    expect(placesFaults(draft({ papers: two }))).toHaveLength(1);
  });

  it('do not begin together at one site', () => {
    expect(placesFaults(draft({ papers: [paper(), paper()] }))).toHaveLength(1);
    expect(placesFaults(draft({ papers: [paper(), paper({ startsAt: '10:30', endsAt: '12:00' })] }))).toEqual([]);
  });

  it.each([
    ['3', []],
    ['1', ['轮']],
    ['7', ['轮']],
  ])('%s rounds', (rounds, faults) => {
    expect(placesFaults(draft({ papers: [paper({ rounds })] }))).toHaveLength(faults.length);
  });

  it('are sent with rounds, kind and the number expected', () => {
    const sent = placesOf(
      draft({ papers: [paper({ rounds: '3', kind: 'stations' })], expected: { 'installer-5': '40' } }),
    );
    expect(sent).toMatchObject({ papers: [{ rounds: 3, kind: 'stations' }], expected: { 'installer-5': 40 } });
    expect(placesOf(draft({ expected: { 'installer-5': '' } }))?.expected).toEqual({});
  });
});

const notice = {
  offerings: [{ code: 'installer-5', subjects: [{ code: 'theory' }, { code: 'skill' }] }],
} as unknown as Notice;

it('expects who was entered in all subjects, and where nobody has said those who are admitted in theirs', () => {
  const admitted = [
    { offeringCode: 'installer-5', subjects: ['theory' as const, 'skill' as const], people: 20 },
    { offeringCode: 'installer-5', subjects: ['skill' as const], people: 3 },
  ];
  expect(expectedOf(draft({ expected: { 'installer-5': '' } }), { notice, admitted })).toEqual(admitted);
  expect(expectedOf(draft({ expected: { 'installer-5': '30' } }), { notice, admitted })).toEqual([
    { offeringCode: 'installer-5', subjects: ['theory', 'skill'], people: 30 },
  ]);
});
