import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendance, messages, sessionChanges, sessions, sittings } from '@jikaotong/shared/contract';
import { type ListRow, seatList } from '@jikaotong/shared/lists';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { type World, openWorld } from '../support/world';

const FIRST = localDate('2026-12-12');
const FURTHER = localDate('2026-12-19');
const reason = '报名人数超过座位';

describe('a further exam day for whom the announced one has no place', () => {
  let world: World;
  let exam: Examination;
  let early: Candidate;
  let late: Candidate;
  const session = () => exam.officer.api.ok(sessions.getStaffSession, { params: exam.params });
  const seats = async (): Promise<ListRow<typeof seatList>[]> =>
    (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: { limit: '200' } })).items;
  const addDay = async (day: string, by = exam.officer) => {
    const { revision } = await session();
    return by.api.call(sessionChanges.addExamDay, {
      params: exam.params,
      body: { revision, day: localDate(day), reason },
    });
  };
  /** The places as they stand, with these shifts of the installers besides. */
  const setPlaces = async (...more: { subject: 'theory' | 'skill'; day: typeof FIRST; from: string; to: string }[]) => {
    const { plan, revision } = await session();
    const further = more.map(({ subject, day, from, to }) => ({
      offeringCode: 'installer-5',
      subject,
      day,
      startsAt: timeOfDay(from),
      endsAt: timeOfDay(to),
      siteName: '亦庄考点',
    }));
    const body = { sites: plan.sites, papers: [...plan.papers, ...further], revision };
    return exam.officer.api.call(sessions.setSessionPlaces, { params: exam.params, body });
  };
  const resultsBy = async () => (await session()).windows.find(({ kind }) => kind === 'results')?.closes;

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    early = await exam.paid('o-1', { order: 1, name: '甲一' });
    await exam.setRooms(1);
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    late = await exam.paid('o-2', { order: 2, name: '乙二' });
    await world.moveTo('2026-12-07');
  });
  afterAll(() => world.stop());

  it('is asked for where seats are short, and refused in words where it cannot be', async () => {
    expect((await exam.officer.api.call(sittings.seatSession, { params: exam.params })).code).toBe('seats-short');
    const shift = { subject: 'theory' as const, day: FURTHER, from: '09:00', to: '10:30' };
    expect((await setPlaces(shift)).code).toBe('window-order-wrong');
    expect(await addDay('2026-12-11')).toMatchObject({ code: 'wrong-state', data: { state: 'exam-day-earlier' } });
    expect((await addDay('2026-12-12')).code).toBe('nothing-changed');
    const { revision } = await session();
    const body = { revision: `${revision}0`, day: FURTHER, reason };
    const stale = await exam.officer.api.call(sessionChanges.addExamDay, { params: exam.params, body });
    expect(stale.code).toBe('changed-meanwhile');
    for (const one of [exam.reviewer, exam.marker, exam.publisher])
      expect(
        await one.api.refused(sessionChanges.addExamDay, {
          params: exam.params,
          body: { revision, day: FURTHER, reason },
        }),
      ).toMatchObject({ status: 403 });
  });

  it('comes after the announced ones, moves nobody, and everybody hears that results come later', async () => {
    const [before, ticket] = [await seats(), await exam.ticketOf(early)];
    const windows = (await session()).windows;
    expect(await resultsBy()).toBe('2026-12-18');
    expect((await addDay(FURTHER)).data).toMatchObject({ examStart: FIRST, examEnd: FURTHER });
    expect(await resultsBy()).toBe('2026-12-25');
    const kept = ({ kind }: { kind: string }) => ['application', 'payment', 'approval'].includes(kind);
    const ticketDay = (of: typeof windows) => of.find(({ kind }) => kind === 'ticket')?.opens;
    expect(ticketDay((await session()).windows)).toBe(ticketDay(windows));
    expect((await session()).windows.filter(kept)).toEqual(windows.filter(kept));
    expect(await seats()).toEqual(before);
    // but for the links, which last some minutes
    const { qr, sittings: rows } = await exam.ticketOf(early);
    expect({ qr, rows }).toEqual({ qr: ticket.qr, rows: ticket.sittings });
    for (const { person } of [early, late]) {
      const { items } = await person.api.ok(messages.listMessages, { query: {} });
      expect(items.find(({ code }) => code === 'exam-day-added')?.data).toMatchObject({
        examOn: FURTHER,
        resultsBy: '2026-12-25',
        reason,
      });
    }
  });

  it('takes shifts of its own beside those that stand, which stay', async () => {
    const { plan, revision } = await session();
    const [paper] = plan.papers;
    if (!paper) throw new Error('no paper');
    const moved = { ...plan, papers: [{ ...paper, startsAt: timeOfDay('08:00') }, ...plan.papers.slice(1)] };
    const body = { sites: moved.sites, papers: moved.papers, revision };
    expect((await exam.officer.api.call(sessions.setSessionPlaces, { params: exam.params, body })).code).toBe(
      'places-in-use',
    );
    const added = await setPlaces(
      { subject: 'theory', day: FURTHER, from: '09:00', to: '10:30' },
      { subject: 'skill', day: FURTHER, from: '13:00', to: '15:00' },
    );
    expect(added.code).toBe('ok');
  });

  it('seats who had no place, and nobody else anew', async () => {
    const before = await seats();
    const preview = await exam.officer.api.ok(sittings.previewLateSeats, { params: exam.params });
    expect(preview).toMatchObject({ added: 1, moved: [] });
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    await exam.officer.api.ok(sittings.issueTickets, { params: exam.params });
    const after = await seats();
    expect(after.filter(({ name }) => name === '甲一')).toEqual(before);
    expect(after.filter(({ name }) => name === '乙二').map(({ hour }) => hour)).toEqual([
      `${FURTHER} 09:00`,
      `${FURTHER} 13:00`,
    ]);
    expect((await exam.ticketOf(late)).sittings.map(({ day }) => day)).toEqual([FURTHER, FURTHER]);
  });

  it('reminds of it whoever sits on it, on the morning before', async () => {
    const reminded = async ({ person }: Candidate) =>
      (await person.api.ok(messages.listMessages, { query: {} })).items.filter(
        ({ code, data }) => code === 'exam-reminder' && data['examOn'] === FURTHER,
      ).length;
    await world.moveTo('2026-12-17');
    const [earlier, later] = [await reminded(early), await reminded(late)];
    await world.moveTo('2026-12-18', '10:00');
    expect([(await reminded(early)) - earlier, (await reminded(late)) - later]).toEqual([0, 1]);
    expect((await late.person.api.ok(attendance.getAttendance, { params: { id: late.id } })).items).toEqual([]);
  });

  it('can be added no more once the exam has begun: nobody is seated then', async () => {
    expect(await addDay('2026-12-26')).toMatchObject({ code: 'too-late', data: { closedOn: FIRST } });
  });
});
