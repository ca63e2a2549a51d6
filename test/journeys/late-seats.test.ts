import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions, sittings } from '@jikaotong/shared/contract';
import { type ListRow, seatList } from '@jikaotong/shared/lists';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { longServingGuard } from '../builders/facts';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type World, openWorld } from '../support/world';

const day = localDate('2026-12-12');
const paper = (offeringCode: string, subject: 'theory' | 'skill', from: string, to: string, siteName: string) => ({
  offeringCode,
  subject,
  day,
  startsAt: timeOfDay(from),
  endsAt: timeOfDay(to),
  siteName,
});
const site = (name: string, seats: number) => ({ name, address: `${name}1号`, rooms: [{ name: '101', seats }] });

// theory in a small room: installers have two shifts, managers the first alone
const body = {
  sites: [site('小考点', 2), site('大考点', 20)],
  papers: [
    paper('installer-5', 'theory', '09:00', '10:00', '小考点'),
    paper('installer-5', 'theory', '10:30', '11:30', '小考点'),
    paper('security-manager-3', 'theory', '09:00', '10:00', '小考点'),
    paper('installer-5', 'skill', '13:00', '14:00', '大考点'),
    paper('security-manager-3', 'skill', '13:00', '14:00', '大考点'),
  ],
};

describe('whoever comes late finds no seat as things are', () => {
  let world: World;
  let exam: Examination;
  let installers: Candidate[];
  const manager = { offeringCode: 'security-manager-3', facts: longServingGuard() };
  const theory = async (): Promise<ListRow<typeof seatList>[]> =>
    (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: { limit: '200' } })).items.filter(
      ({ subject }) => subject === 'theory',
    );
  const hourOf = async (name: string) => (await theory()).find((one) => one.name === name)?.hour;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    await exam.officer.api.ok(sessions.setSessionPlaces, { params: exam.params, body });
    installers = [
      await exam.paid('o-1', { name: '甲一', order: 1 }),
      await exam.paid('o-2', { name: '乙二', order: 2 }),
    ];
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
  });
  afterAll(() => world.stop());

  it('is told so, and who would have to move: the fewest, somebody who is seated already', async () => {
    expect((await theory()).map(({ hour }) => hour.slice(-5)).toSorted()).toEqual(['09:00', '10:30']);
    await exam.paid('o-3', { ...manager, name: '丙三', order: 3 });
    await exam.paid('o-4', { ...manager, name: '丁四', order: 4 });
    await world.moveTo('2026-12-07');
    const refused = await exam.officer.api.refused(sittings.seatSession, { params: exam.params });
    expect(refused.code).toBe('seats-short');
    // on one day, theory first: nobody is parted for it
    expect((await exam.officer.api.ok(sittings.previewLateSeats, { params: exam.params })).parted).toEqual([]);
    const seen = await exam.officer.api.ok(sittings.previewLateSeats, { params: exam.params });
    expect(seen.added).toBe(2);
    expect(seen.moved).toMatchObject([
      { subject: 'theory', from: { startsAt: '09:00' }, to: { startsAt: '10:30' }, ticketIssued: true },
    ]);
  });

  it('is seated once whom it moves was seen, and whoever is moved hears of it', async () => {
    const unseen = await exam.officer.api.call(sittings.seatLate, { params: exam.params, body: { moves: [] } });
    expect(unseen.code).toBe('changed-meanwhile');
    const seen = await exam.officer.api.ok(sittings.previewLateSeats, { params: exam.params });
    const moves = seen.moved.map(({ sittingId }) => sittingId);
    const moved = installers.find(({ who }) => who.name === seen.moved[0]?.name);
    if (!moved) throw new Error('nobody is moved');
    const before = await exam.ticketOf(moved);
    expect(await exam.officer.api.ok(sittings.seatLate, { params: exam.params, body: { moves } })).toEqual({
      seated: 4,
    });
    const given = await theory();
    expect(given).toHaveLength(4);
    expect(new Set(given.map(({ hour, room, seat }) => `${hour} ${room} ${seat}`)).size).toBe(4);
    expect((await hourOf('丙三'))?.endsWith('09:00')).toBe(true);
    expect((await hourOf('丁四'))?.endsWith('09:00')).toBe(true);
    const after = await exam.ticketOf(moved);
    expect(after.number).toBe(before.number);
    expect(after.sittings.find(({ subject }) => subject === 'theory')).toMatchObject({ startsAt: '10:30' });
    // the skill paper fits everybody: nobody is moved there
    expect(after.sittings.filter(({ subject }) => subject === 'skill')).toEqual(
      before.sittings.filter(({ subject }) => subject === 'skill'),
    );
    expect((await exam.toldTo(moved)).map(({ code }) => code)).toContain('seat-moved');
    const stayed = installers.find((one) => one !== moved);
    expect(stayed && (await exam.toldTo(stayed)).map(({ code }) => code)).not.toContain('seat-moved');
  });

  it('changes nothing when it is asked again', async () => {
    const before = await theory();
    expect(await exam.officer.api.ok(sittings.previewLateSeats, { params: exam.params })).toEqual({
      added: 0,
      parted: [],
      moved: [],
    });
    await exam.officer.api.ok(sittings.seatLate, { params: exam.params, body: { moves: [] } });
    expect(await theory()).toEqual(before);
  });
});
