import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type TicketView,
  applications,
  calendars,
  counter,
  messages,
  orders,
  overview,
  results,
  sessions,
  sittings,
  slips,
} from '@jikaotong/shared/contract';
import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import {
  colleagueOf,
  confirmed,
  firstOfShqbxh,
  guardOf2025,
  openS25,
  prefilled,
  shqbxh,
  tickAll,
} from '../support/counter';
import { issueCertificates } from '../support/issue-certificates';
import { examinationMarked } from '../support/marking';
import { type SignedInPerson, candidateByPhone, equipBody } from '../support/people';
import { type World, openWorld } from '../support/world';

const two = 'security-manager-2';
const trained = guardOf2025({
  titles: [{ grade: 'intermediate', occupation: '保卫管理员', on: localDate('2020-01-15') }],
});

describe('S25 二（三）: 综合评审 is announced later than everything else', () => {
  let world: World;
  let administrator: SignedInPerson;
  let params: { id: string };
  let printed: TicketView;
  const people: { person: SignedInPerson; id: string }[] = [];
  const [wu, gu] = [0, 1];
  const one = (at: number) => people[at] ?? people[0] ?? { person: administrator, id: '' };
  const ticketOf = (at: number) => one(at).person.api.ok(sittings.getTicket, { params: { id: one(at).id } });
  const stageOf = async (at: number) =>
    (await one(at).person.api.ok(applications.getApplication, { params: { id: one(at).id } })).progress;
  const counts = () => administrator.api.ok(overview.getSessionCounts, { params });
  const duties = async () => (await counts()).duties.map(({ code }) => code);
  const announced = async (at: number) =>
    (await one(at).person.api.ok(messages.listMessages, { query: {} })).items.filter(
      ({ code }) => code === 'subject-announced',
    );
  const windowOf = async (kind: string) =>
    (await world.stranger.ok(sessions.getSession, { params })).windows.find((window) => window.kind === kind);
  const review = {
    offeringCode: two,
    subject: 'review' as const,
    day: localDate('2025-08-30'),
    startsAt: timeOfDay('14:00'),
    endsAt: timeOfDay('17:00'),
    siteName: '虹口考点',
  };
  /** The places as they stand, with this paper for 综合评审. */
  const announce = async (paper: typeof review) => {
    const { plan } = await administrator.api.ok(sessions.getStaffSession, { params });
    const papers = [...plan.papers.filter(({ subject }) => subject !== 'review'), paper];
    return administrator.api.call(sessions.setSessionPlaces, { params, body: { sites: plan.sites, papers } });
  };
  const seat = () => administrator.api.call(sittings.seatSession, { params });

  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-12', time: '10:00' });
    administrator = await firstOfShqbxh(world);
    await equipBody(world, administrator, shqbxh);
    const clerk = await colleagueOf(world, administrator, shqbxh.id, 'chuangkou', ['reviewer']);
    const finance = await colleagueOf(world, administrator, shqbxh.id, 'caiwu', ['finance']);
    const id = await openS25(administrator, {
      name: '2025年7月批次',
      examOn: '2025-07-19',
      offeringCodes: [two, 'security-manager-3'],
      opens: '2025-05-16',
      closes: '2025-06-15',
      payBy: '2025-06-20',
    });
    params = { id };
    const all = [
      { phone: '13900000001', who: { name: '吴敏', order: 1, offeringCode: two, route: '2-3', facts: trained } },
      { phone: '13900000002', who: { name: '顾卫民', order: 2 } },
    ];
    for (const { phone, who } of all) {
      const person = await candidateByPhone(world, phone);
      people.push({ person, id: (await prefilled(person, id, who)).id });
    }
    await world.moveTo('2025-06-13', '10:00');
    for (const { person, id: applicationId } of people) {
      const { code } = await person.api.ok(slips.createSlip, { params: { id: applicationId } });
      const seen = await tickAll(clerk, await clerk.api.ok(counter.openSlip, { params: { code: code ?? '' } }));
      const { application } = await confirmed(clerk, seen);
      const decided = { params: { id: application.id }, body: { version: application.version } };
      await clerk.api.ok(applications.approveApplication, decided);
      const order = await person.api.ok(orders.getOrder, { params: { id: applicationId } });
      const body = { method: 'transfer' as const, amountFen: order.totalFen, paidOn: world.today() };
      await finance.api.ok(orders.recordReceipt, { params: { id: order.id }, body });
    }
  });
  afterAll(() => world.stop());

  it('a session is published without its paper, and no day of the results is promised', async () => {
    const { plan, published } = await administrator.api.ok(sessions.getStaffSession, { params });
    expect([published, plan.papers.map(({ subject }) => subject)]).toEqual([
      true,
      ['theory', 'skill', 'theory', 'skill'],
    ]);
    expect(await windowOf('results')).toMatchObject({ opens: null, closes: null });
  });

  it('the ticket gives seats for the others, and says that its time is announced later', async () => {
    await world.moveTo('2025-06-21');
    expect(await duties()).toContain('announce-subject');
    expect((await seat()).code).toBe('ok');
    await world.moveTo('2025-07-12');
    const ticket = await ticketOf(wu);
    printed = ticket;
    expect(ticket.sittings.map(({ subject }) => subject)).toEqual(['theory', 'skill']);
    expect(ticket.later).toMatchObject([{ subject: 'review', source: { clause: '二（三）' } }]);
    expect((await ticketOf(gu)).later).toBeUndefined();
  });

  it('after the exam its candidates wait for it, and marks and results with them', async () => {
    await world.moveTo('2025-07-20');
    expect([(await stageOf(wu)).stage, (await stageOf(gu)).stage]).toEqual(['awaiting-subject', 'awaiting-results']);
    expect((await stageOf(wu)).next).toContainEqual({ action: 'see-ticket', by: 'candidate', until: null });
    const [w, g] = [await ticketOf(wu), await ticketOf(gu)];
    await examinationMarked(world, administrator, params.id, {
      [w.number]: { 理论知识: 71, 操作技能: 66 },
      [g.number]: { 理论知识: 81, 操作技能: 76.5 },
    });
    expect((await counts()).scored).toBe(1);
    expect(await administrator.api.call(results.publishResults, { body: {}, params })).toMatchObject({
      code: 'results-incomplete',
      data: { awaited: ['review'] },
    });
    const { offerings } = await administrator.api.ok(results.previewResults, { params });
    expect(offerings.map(({ passed, incomplete }) => [passed, incomplete])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('its paper lies ahead and after the beginning of the exam, and the others stay as they are', async () => {
    expect((await announce({ ...review, day: localDate('2025-07-18') })).code).toBe('window-order-wrong');
    expect((await announce({ ...review, day: localDate('2025-07-19') })).code).toBe('day-over');
    const { plan } = await administrator.api.ok(sessions.getStaffSession, { params });
    const late = plan.papers.map((paper) =>
      paper.subject === 'theory' ? { ...paper, endsAt: timeOfDay('10:31') } : paper,
    );
    const body = { sites: plan.sites, papers: late };
    expect((await administrator.api.call(sessions.setSessionPlaces, { params, body })).code).toBe('places-in-use');
  });

  it('is announced though places are frozen, can be mended until somebody is seated, and moves the results', async () => {
    expect((await announce({ ...review, day: localDate('2025-08-29') })).code).toBe('ok');
    expect((await announce(review)).code).toBe('ok');
    expect(await windowOf('results')).toMatchObject({ closes: '2025-09-26' });
    expect(await duties()).toContain('seat-session');
    expect(await announced(wu)).toEqual([]);
    expect((await seat()).code).toBe('ok');
    expect(await duties()).not.toContain('seat-session');
    expect((await announce({ ...review, startsAt: timeOfDay('13:30') })).code).toBe('places-in-use');
  });

  it('is told once with day, hour and place, and stands on the ticket of the same number and code', async () => {
    expect((await seat()).code).toBe('ok');
    const place = { siteName: '虹口考点', address: '天宝路879号', roomName: '201' };
    expect(await announced(wu)).toMatchObject([
      { data: { subject: 'review', examOn: '2025-08-30', startsAt: '14:00', ...place } },
    ]);
    expect(await announced(gu)).toEqual([]);
    expect((await ticketOf(gu)).sittings).toHaveLength(2);
    const after = await ticketOf(wu);
    expect(after.later).toBeUndefined();
    expect(after.sittings.at(-1)).toMatchObject({ subject: 'review', day: '2025-08-30', ...place, seat: 1 });
    expect([after.number, after.qr]).toEqual([printed.number, printed.qr]);
    const { items } = await one(wu).person.api.ok(calendars.getCalendar, {});
    expect(items.find(({ subject }) => subject === 'review')).toMatchObject({ kind: 'paper', opens: '2025-08-30' });
  });

  it('is reminded of, sat, marked, and then everything is published and certified', async () => {
    const { number, qr } = await ticketOf(wu);
    await world.moveTo('2025-08-29', '09:30');
    const reminded = (await one(wu).person.api.ok(messages.listMessages, { query: {} })).items[0];
    expect(reminded).toMatchObject({ code: 'exam-reminder', data: { examOn: '2025-08-30', startsAt: '14:00' } });
    await world.moveTo('2025-08-30', '10:00');
    expect((await stageOf(wu)).stage).toBe('exam-day');
    expect((await administrator.api.call(results.publishResults, { body: {}, params })).data).toMatchObject({
      opensOn: '2025-08-31',
    });
    await world.moveTo('2025-08-31');
    expect((await stageOf(wu)).stage).toBe('awaiting-results');
    expect((await administrator.api.call(results.publishResults, { body: {}, params })).code).toBe(
      'results-incomplete',
    );
    await examinationMarked(world, administrator, params.id, { [number]: { 综合评审: 80 } });
    await administrator.api.ok(results.publishResults, { body: {}, params });
    const result = await one(wu).person.api.ok(results.getResult, { params: { id: one(wu).id } });
    expect(result).toMatchObject({ outcome: 'passed', subjects: [{}, {}, { subject: 'review', points: '80' }] });
    expect((await issueCertificates(administrator.api, params.id)).issued).toBe(2);
    expect((await ticketOf(wu)).qr).toBe(qr);
  });
});
