import {
  type FunnelStep,
  type FunnelView,
  applications,
  attendance,
  funnel,
  sittings,
  year,
} from '@jikaotong/shared/contract';
import { type Asked, applicantList, seatList } from '@jikaotong/shared/lists';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handedIn, readyDraft } from '../support/apply';
import { type Candidate, type Examination, openExamination } from '../support/examination';
import { bspia, candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

// What became of everybody who began to apply: each step with who went on and who stands where, from the first draft to
// the marks, by offering, site and unit; and who was asked for something and has not done it.
describe('a session as a funnel', () => {
  let world: World;
  let exam: Examination;
  let order = 0;
  const people: Record<string, Candidate> = {};

  const some = async (name: string, how: (person: Candidate['person'], who: Candidate['who']) => Promise<string>) => {
    order += 1;
    const who = { name, order };
    const person = await candidateByWechat(world, `o-f${order}`);
    return { person, who, id: await how(person, who) };
  };
  const submitted = (name: string) =>
    some(name, async (person, who) => (await handedIn(person, exam.params.id, who)).id);
  const decided = async (name: string, how: 'return' | 'reject') => {
    const one = await submitted(name);
    const params = { id: one.id };
    const { version } = await exam.reviewer.api.ok(applications.getReview, { params });
    if (how === 'return') {
      const remarks = [{ field: 'photo' as const, text: '照片不清楚' }];
      await exam.reviewer.api.ok(applications.returnApplication, { params, body: { version, remarks } });
    } else {
      await exam.reviewer.api.ok(applications.rejectApplication, { params, body: { version, reason: '工作年限不够' } });
    }
    return one;
  };
  const paid = async (name: string) => {
    order += 1;
    return exam.paid(`o-f${order}`, { name, order });
  };
  const view = (by?: 'offering' | 'site' | 'unit') =>
    exam.officer.api.ok(funnel.getFunnel, { params: exam.params, query: by ? { by } : {} });
  /** `approved: 5, owing 1`: how many came to each step, and who did not go on. */
  const told = ({ steps }: FunnelView) =>
    Object.fromEntries(
      steps.map(({ step, people: came, stayed }): [FunnelStep, unknown] => [
        step,
        [came, Object.fromEntries(stayed.map((one) => [one.standing, one.people]))],
      ]),
    );
  /** How many came, and how many did not, as the marks alone say. */
  const presumedIn = ({ steps }: FunnelView) => ({
    present: steps.find(({ step }) => step === 'present')?.presumed,
    absent: steps.flatMap(({ stayed }) => stayed).find(({ standing }) => standing === 'absent')?.presumed,
  });
  const addsUp = ({ steps, parts }: FunnelView) => {
    for (const [at, { people: came, stayed }] of steps.entries()) {
      expect(came).toBe((steps[at + 1]?.people ?? 0) + stayed.reduce((sum, one) => sum + one.people, 0));
      expect(parts.reduce((sum, part) => sum + (part.steps[at]?.people ?? 0), 0)).toBe(came);
    }
  };
  const listed = async (query: Asked<typeof applicantList.filters>) =>
    (await exam.officer.api.ok(applicantList.rows, { params: exam.params, query })).items;

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-15' });
    exam = await openExamination(world);
    await world.moveTo('2026-11-16');
  });
  afterAll(() => world.stop());

  it('names everybody who has not gone on', async () => {
    await some('草稿', async (person, who) => (await readyDraft(person, exam.params.id, who)).id);
    await submitted('待审');
    people['returned'] = await decided('退回', 'return');
    await decided('未过', 'reject');
    const gone = await submitted('撤回');
    await gone.person.api.ok(applications.withdrawApplication, { params: { id: gone.id } });
    order += 1;
    const left = await exam.approved(`o-f${order}`, { name: '通过又撤回', order });
    await left.person.api.ok(applications.withdrawApplication, { params: { id: left.id } });
    order += 1;
    people['owing'] = await exam.approved(`o-f${order}`, { name: '欠费', order });
    people['anna'] = await paid('安娜');
    people['bo'] = await paid('薄一');
    people['chen'] = await paid('陈晨');

    const seen = await view();
    expect(told(seen)).toEqual({
      started: [10, { draft: 1 }],
      submitted: [9, { submitted: 1, returned: 1, rejected: 1, withdrawn: 1 }],
      approved: [5, { owing: 1, withdrawn: 1 }],
      paid: [3, { paid: 3 }],
      seated: [0, {}],
      present: [0, {}],
      passed: [0, {}],
    });
    for (const by of ['offering', 'site', 'unit'] as const) addsUp(await view(by));
    expect(seen.silent).toEqual({ returned: 1, owing: 1, 'ticket-unopened': 0 });
    expect((await listed({ silence: 'returned,owing' })).map(({ name }) => name).toSorted()).toEqual(['欠费', '退回']);
    // a draft is nobody's business yet
    expect((await listed({})).map(({ name }) => name)).not.toContain('草稿');
  });

  it('knows who has not looked at the ticket, until they do: once, and only the ticket that holds', async () => {
    expect((await exam.setRooms(3)).code).toBe('ok');
    await exam.officer.api.ok(sittings.seatSession, { params: exam.params });
    await world.moveTo('2026-12-07', '00:30');
    const unopened = async () => (await listed({ silence: 'ticket-unopened' })).map(({ name }) => name).toSorted();
    expect(await unopened()).toEqual(['安娜', '薄一', '陈晨']);
    const { anna, bo } = people;
    if (!anna || !bo) throw new Error('nobody there');
    expect((await exam.ticketOf(anna)).isNew).toBe(true);
    const open = (one: Candidate) => one.person.api.ok(sittings.openTicket, { params: { id: one.id } });
    await Promise.all([open(anna), open(anna)]);
    expect((await exam.ticketOf(anna)).isNew).toBeUndefined();
    expect(await exam.stranger.api.refused(sittings.openTicket, { params: { id: bo.id } })).toMatchObject({
      status: 404,
    });
    expect(await unopened()).toEqual(['薄一', '陈晨']);
    const [row] = await listed({ q: '安娜' });
    const first = row?.ticketOpenedAt;
    expect(first).toBeGreaterThan(0);
    await world.moveTo('2026-12-08');
    await open(anna);
    expect((await listed({ q: '安娜' }))[0]?.ticketOpenedAt).toBe(first);
    expect((await view()).silent['ticket-unopened']).toBe(2);
    // whoever owed has lapsed meanwhile
    expect(told(await view())).toMatchObject({
      approved: [5, { withdrawn: 1, lapsed: 1 }],
      seated: [3, { ticketed: 3 }],
    });
  });

  it('asks who plans the exam to reach them from two days before it on', async () => {
    await world.moveTo('2026-12-09', '23:00');
    expect((await exam.duties()).map(([code]) => code)).not.toContain('unopened-tickets');
    await world.moveTo('2026-12-10', '08:00');
    expect(await exam.duties()).toContainEqual(['unopened-tickets', '2026-12-11', false]);
  });

  it('ends with who came, who passed and who did not, and parts that make the whole', async () => {
    await world.moveTo('2026-12-12', '18:00');
    // one came by the door; of the others only the marks will tell
    const seats = async () => (await exam.officer.api.ok(seatList.rows, { params: exam.params, query: {} })).items;
    const [seat] = (await seats()).filter(({ name, subject }) => name === '安娜' && subject === 'theory');
    const body = { as: 'present' as const, reason: '纸质签到表' };
    await exam.officer.api.ok(attendance.setAttendance, { params: { id: seat?.id ?? '' }, body });
    const number = async (name: string) => exam.numberOf(people[name] ?? (await Promise.reject(new Error(name))));
    const marks = {
      [await number('anna')]: { 理论知识: 80, 操作技能: 81 },
      [await number('bo')]: { 理论知识: 80, 操作技能: 30 },
      [await number('chen')]: { 理论知识: '缺考', 操作技能: '缺考' },
    };
    expect((await exam.takeFilled(marks)).state).toBe('done');
    expect(told(await view())).toMatchObject({
      seated: [3, { absent: 1 }],
      present: [2, { present: 2 }],
    });
    const marked = await view();
    expect(presumedIn(marked)).toEqual({ present: 1, absent: 1 });
    expect((await listed({ basis: 'marks' })).map(({ name, standing }) => [name, standing])).toEqual([
      ['薄一', 'present'],
      ['陈晨', 'absent'],
    ]);
    expect((await seats()).map(({ name, subject, basis }) => `${name} ${subject} ${basis}`).toSorted()).toEqual([
      '安娜 skill marks',
      '安娜 theory door',
      ...['薄一', '陈晨'].flatMap((name) => [`${name} skill marks`, `${name} theory marks`]),
    ]);
    const of = { params: { id: people['chen']?.id ?? '' } };
    expect((await exam.officer.api.ok(attendance.getAttendanceOf, of)).presumed).toMatchObject([
      { subject: 'theory', state: 'absent' },
      { subject: 'skill', state: 'absent' },
    ]);
    // nobody is reminded of a ticket whose exam is over, whether they came or not
    expect((await view()).silent['ticket-unopened']).toBe(0);
    expect(await listed({ silence: 'ticket-unopened' })).toEqual([]);
    await world.moveTo('2026-12-18');
    await exam.publish();
    expect(told(await view())).toMatchObject({
      started: [10, { draft: 1 }],
      seated: [3, { absent: 1 }],
      present: [2, { failed: 1 }],
      passed: [1, { passed: 1 }],
    });
    expect(presumedIn(await view())).toEqual({ present: 1, absent: 1 });
    const { rows } = await exam.officer.api.ok(year.getYear, { params: { id: bspia.id, year: '2026' } });
    expect(rows).toMatchObject([{ present: 2, presumed: 1 }]);
    for (const by of ['offering', 'site', 'unit'] as const) addsUp(await view(by));
    expect((await view('site')).parts.map(({ name, steps }) => [name, steps[0]?.people])).toEqual([
      ['还没有座位', 7],
      ['亦庄考点', 3],
    ]);
  });

  it('is for staff of the body, and employers only for who sees applications', async () => {
    const ask = { params: exam.params, query: { by: 'unit' as const } };
    expect(await exam.finance.api.refused(funnel.getFunnel, ask)).toMatchObject({ code: 'forbidden' });
    expect((await exam.finance.api.call(funnel.getFunnel, { params: exam.params, query: {} })).code).toBe('ok');
    expect(await exam.stranger.api.refused(funnel.getFunnel, ask)).toMatchObject({ status: 403 });
  });
});
