import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, invigilation, orders, sessionChanges, sittings } from '@jikaotong/shared/contract';
import { applicantList, seatList } from '@jikaotong/shared/lists';
import { type Candidate, type Story, openStory, september } from '../support/changed-session';
import { DoorDevice } from '../support/door-device';
import { openSession } from '../support/open-session';
import { staffMember } from '../support/people';

describe('somebody who has paid and cannot come', () => {
  let story: Story;
  let sessionId: string;
  let kept: Candidate;
  let refunded: Candidate;
  let unpaid: Candidate;
  let seated: Candidate;
  let late: Candidate;
  let revoked: string;
  beforeAll(async () => {
    story = await openStory();
    sessionId = await openSession(story.administrator, september);
    kept = await story.paid(sessionId);
    refunded = await story.paid(sessionId);
    unpaid = await story.approved(sessionId);
    seated = await story.paid(sessionId);
    late = await story.paid(sessionId);
  });
  afterAll(() => story.world.stop());

  const params = ({ id }: Candidate) => ({ id });
  const leave = (one: Candidate, refund: boolean) =>
    story.officer.api.ok(sessionChanges.leavePaid, {
      params: params(one),
      body: { refund, reason: '本人来电，家里有事' },
    });
  const refused = (one: Candidate) =>
    story.officer.api.refused(sessionChanges.leavePaid, {
      params: params(one),
      body: { refund: false, reason: '本人来电' },
    });
  const standings = async () => {
    const { items } = await story.officer.api.ok(applicantList.rows, { params: { id: sessionId }, query: {} });
    return new Map(items.map(({ id, standing }) => [id, standing]));
  };

  it('cannot leave alone, and is shown to the officer with what the notice prints', async () => {
    const view = await story.viewOf(kept);
    const own = { params: params(kept), ifMatch: view.version };
    expect(await kept.person.api.refused(applications.withdrawApplication, own)).toMatchObject({
      code: 'already-paid',
    });
    expect(await story.officer.api.ok(sessionChanges.getPaidLeaving, { params: params(kept) })).toMatchObject({
      state: 'approved',
      paidByUnit: false,
      printed: null,
      open: true,
    });
  });

  it('leaves by the word of the officer with a reason, the money kept: the place is free, and nothing is owed', async () => {
    expect(await leave(kept, false)).toMatchObject({ state: 'withdrawn', open: false });
    expect(await story.viewOf(kept)).toMatchObject({ state: 'withdrawn' });
    expect(await story.cases(story.finance, kept)).toEqual([]);
    expect((await standings()).get(kept.id)).toBe('withdrawn');
    expect(await story.toldTo(kept)).toMatchObject({ code: 'application-withdrawn' });
    expect(await refused(kept)).toMatchObject({ code: 'wrong-state', data: { state: 'withdrawn' } });
  });

  it('or with the money going back, which finance finds as a case', async () => {
    await leave(refunded, true);
    expect(await story.cases(story.finance, refunded)).toMatchObject([{ kind: 'refund-due' }]);
    expect((await standings()).get(refunded.id)).toBe('refund-due');
    const { id } = await refunded.person.api.ok(orders.getOrder, { params: params(refunded) });
    expect(await refunded.person.api.refused(orders.downloadReceipt, { params: { id } })).toMatchObject({
      code: 'nothing-to-print',
      data: { of: 'returned' },
    });
  });

  it('not who owes, nor by other staff', async () => {
    expect(await refused(unpaid)).toMatchObject({ code: 'wrong-state', data: { state: 'nothing-paid' } });
    const byFinance = { params: params(seated), body: { refund: false, reason: '本人来电' } };
    expect(await story.finance.api.refused(sessionChanges.leavePaid, byFinance)).toMatchObject({ code: 'forbidden' });
  });

  it('once where two let them leave at the same moment, seat and ticket with them', async () => {
    const of = { params: { id: sessionId } };
    await story.officer.api.ok(sittings.seatSession, of);
    await story.world.moveTo('2026-09-20');
    const { number, qr } = await seated.person.api.ok(sittings.getTicket, { params: params(seated) });
    const seats = async () =>
      (await story.officer.api.ok(seatList.rows, { ...of, query: {} })).items.filter(
        ({ ticketNumber }) => ticketNumber === number,
      ).length;
    const state = async () => (await story.world.stranger.ok(sittings.verifyTicket, { query: { token: qr } })).state;
    expect([await seats(), await state()]).toEqual([2, 'issued']);
    const body = { refund: true, reason: '本人来电' };
    const lets = () => story.officer.api.call(sessionChanges.leavePaid, { params: params(seated), body });
    const codes = (await Promise.all([lets(), lets()])).map(({ code }) => code);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(await story.cases(story.finance, seated)).toHaveLength(1);
    expect([await seats(), await state()]).toEqual([0, 'revoked']);
    revoked = qr;
  });

  it('nor on the day of the exam', async () => {
    await story.world.moveTo('2026-09-26');
    expect(await refused(late)).toMatchObject({ code: 'too-late' });
  });

  it('whose ticket is no good at a door without the network either', async () => {
    const of = { params: { id: sessionId } };
    const watcher = await staffMember(story.world, story.administrator, 'jiankao', ['invigilator']);
    const [hour] = (await story.administrator.api.ok(invigilation.getDutyPlan, of)).hours;
    const body = {
      slot: hour?.slot ?? '',
      roomIds: (hour?.rooms ?? []).map(({ roomId }) => roomId),
      who: { accountId: watcher.accountId },
    };
    const { dutyId } = await story.administrator.api.ok(invigilation.assignDuty, { ...of, body });
    await story.world.moveTo('2026-09-26', '07:00');
    const { keys } = await story.world.stranger.ok(sittings.getVerificationKeys, {});
    const door = new DoorDevice({ person: watcher, dutyId, keys, clockOffMs: 0 });
    await door.fetchList();
    const { qr } = await late.person.api.ok(sittings.getTicket, { params: params(late) });
    expect([revoked, qr].map((token) => door.scan(token).code === 'revoked')).toEqual([true, false]);
  });
});
