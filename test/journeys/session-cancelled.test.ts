import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, orders, overview, sessionChanges, sessions } from '@jikaotong/shared/contract';
import { addDays, localDate } from '@jikaotong/shared/kernel';
import { portrait } from '../builders/photos';
import { readyDraft, uploaded } from '../support/apply';
import { type Candidate, type Story, october, openStory, reason, september } from '../support/changed-session';
import { eventually } from '../support/eventually';
import { openSession } from '../support/open-session';
import { candidateByWechat } from '../support/people';
import type { World } from '../support/world';

const day = localDate;

describe('a session that is cancelled', () => {
  let story: Story;
  let world: World;
  let sessionId: string;
  let otherId: string;
  let draft: Candidate;
  let waiting: Candidate;
  let unpaid: Candidate;
  let late: Candidate;
  let goes: Candidate;
  let silent: Candidate;
  let leaves: Candidate;
  let claims: Candidate;
  let bystander: Candidate;
  beforeAll(async () => {
    story = await openStory();
    world = story.world;
    sessionId = await openSession(story.administrator, september);
    otherId = await openSession(story.administrator, october);
    const person = await candidateByWechat(world, 'o-draft');
    draft = { person, id: (await readyDraft(person, sessionId, { order: 90 })).id };
    waiting = await story.submitted(sessionId);
    unpaid = await story.approved(sessionId);
    late = await story.approved(sessionId);
    goes = await story.paidByWechat(sessionId);
    silent = await story.paidByWechat(sessionId);
    leaves = await story.paid(sessionId);
    claims = await story.approved(sessionId);
    const voucher = { fileId: await uploaded(claims.person, 'voucher', await portrait()), paidOn: world.today() };
    const order = await story.orderOf(claims);
    await claims.person.api.ok(orders.claimTransfer, { params: { id: order.id }, body: voucher });
    bystander = await story.paid(otherId);
  });
  afterAll(() => world.stop());

  const params = () => ({ id: sessionId });
  const choiceUntil = day('2026-09-12');

  it('asks for a reason and a planner, and stops every application', async () => {
    const { revision, move } = await story.preview(sessionId);
    expect(move).toBeNull();
    const good = { params: params(), body: { revision, reason, choiceUntil }, key: 'cancel-it' };
    expect((await story.reviewer.api.refused(sessionChanges.cancelSession, good)).code).toBe('forbidden');
    const blank = { ...good, body: { ...good.body, reason: '' } };
    expect((await story.officer.api.refused(sessionChanges.cancelSession, blank)).code).toBe('invalid-input');
    const far = { ...good, body: { ...good.body, choiceUntil: addDays(world.today(), 61) } };
    expect(await story.officer.api.refused(sessionChanges.cancelSession, far)).toMatchObject({
      code: 'choice-day-wrong',
      data: { from: world.today(), to: addDays(world.today(), 60) },
    });

    // the candidate is at the cashier at this very moment
    const { jsapi } = await story.startWechat(late);
    const cancelled = await story.officer.api.ok(sessionChanges.cancelSession, { ...good, key: 'cancel-it-now' });
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      published: false,
      changes: [{ kind: 'cancelled', told: 8 }],
    });
    await world.owner.requestPayment(jsapi ?? {});
    await eventually(async () => (await story.cases(story.finance, late)).length === 1);
    expect(await story.cases(story.finance, late)).toMatchObject([{ kind: 'paid-late', amountFen: 28_000 }]);

    expect(await story.officer.api.ok(sessionChanges.cancelSession, { ...good, key: 'cancel-it-now' })).toMatchObject({
      changes: [{ kind: 'cancelled' }],
    });
    expect((await story.officer.api.refused(sessionChanges.cancelSession, good)).code).toBe('changed-meanwhile');
    for (const one of [draft, waiting, unpaid, late, goes, silent, leaves]) {
      expect(await story.viewOf(one)).toMatchObject({ state: 'void', progress: { stage: 'session-cancelled' } });
      expect(await story.toldTo(one)).toEqual({
        code: 'session-cancelled',
        data: {
          sessionName: september.name,
          examBefore: '2026-09-26',
          examOn: null,
          reason,
          choiceUntil: one === draft ? null : choiceUntil,
        },
      });
    }
    expect(await story.orderOf(unpaid)).toMatchObject({ state: 'cancelled' });
    expect(await story.orderOf(goes)).toMatchObject({ state: 'settled' });
    expect(await story.viewOf(bystander)).toMatchObject({ state: 'approved', progress: { stage: 'paid' } });
    expect((await story.toldTo(bystander))?.code).toBe('payment-settled');
  });

  it('stays on show for visitors with day and reason, and takes nobody in', async () => {
    const { items } = await world.stranger.ok(sessions.listSessions, { params: { id: 'bspia-2026-certification' } });
    expect(items.find(({ id }) => id === sessionId)).toMatchObject({
      state: 'cancelled',
      changes: [{ kind: 'cancelled', on: '2026-09-01', reason, before: { examStart: '2026-09-26' }, after: null }],
    });
    const body = { sessionId, offeringCode: 'installer-5' };
    expect((await bystander.person.api.refused(applications.createApplication, { body })).code).toBe('not-found');
    const counts = await story.officer.api.ok(overview.getSessionCounts, { params: params() });
    expect(counts.duties.map(({ code }) => code)).toEqual(['resolve-cases']);
  });

  it('carries on elsewhere from where each one stood', async () => {
    const to = { choice: 'transfer' as const, sessionId: otherId };
    expect((await story.answerRefused(goes, { choice: 'keep' })).code).toBe('wrong-state');
    expect((await story.answerRefused(draft, to)).code).toBe('wrong-state');
    expect(await story.answer(goes, to)).toMatchObject({ state: 'approved', progress: { stage: 'paid' } });
    expect(await story.orderOf(goes)).toMatchObject({ state: 'settled', refunds: [] });
    expect(await story.answer(waiting, to)).toMatchObject({ state: 'submitted', progress: { stage: 'in-review' } });
    await story.approve(waiting);
    expect((await story.orderOf(waiting)).payBy).toBe('2026-10-15');
    expect(await story.answer(unpaid, to)).toMatchObject({ state: 'approved', progress: { stage: 'to-pay' } });
    const { jsapi } = await story.startWechat(unpaid);
    // what closes the old attempts must leave the new one alone
    await world.runJobs();
    await world.owner.requestPayment(jsapi ?? {});
    await eventually(async () => (await story.orderOf(unpaid)).state === 'settled');
  });

  it('lets money that came too late count for the new session', async () => {
    expect(await story.answer(late, { choice: 'transfer', sessionId: otherId })).toMatchObject({
      state: 'approved',
      progress: { stage: 'paid' },
    });
    expect(await story.cases(story.finance, late)).toEqual([]);
    expect(await story.orderOf(late)).toMatchObject({ state: 'settled', attempts: [{ state: 'succeeded' }] });
  });

  it('gives back what was paid when the candidate says so, and when nothing is said', async () => {
    await story.answer(leaves, { choice: 'leave' });
    expect(await story.orderOf(leaves)).toMatchObject({ state: 'cancelled', refunds: [{ amountFen: 28_000 }] });
    expect(await story.stageOf(leaves)).toBe('session-cancelled');
    await world.moveTo('2026-09-12', '23:00');
    expect(await story.orderOf(silent)).toMatchObject({ state: 'settled', refunds: [] });
    await world.moveTo('2026-09-13');
    expect(await story.orderOf(silent)).toMatchObject({
      state: 'cancelled',
      refunds: [{ amountFen: 28_000, state: 'requested' }],
    });
    expect((await story.answerRefused(silent, { choice: 'transfer', sessionId: otherId })).code).toBe('wrong-state');
    expect(await story.orderOf(goes)).toMatchObject({ state: 'settled', refunds: [] });
  });

  it('has finance look for a transfer that was claimed and not seen yet', async () => {
    expect(await story.changeOf(claims)).toMatchObject({ choice: 'leave', paidFen: null, hasOrder: true });
    const [due] = await story.cases(story.finance, claims);
    expect(due).toMatchObject({ kind: 'refund-due', candidateName: '张伟', method: 'transfer', refund: 'requested' });
    const body = { action: 'note' as const, note: '查无此款' };
    await story.finance.api.ok(orders.resolveCase, { params: { id: due?.id ?? '' }, body });
    expect(await story.orderOf(claims)).toMatchObject({
      refunds: [{ state: 'failed', reason: '查无此款' }],
      receipts: [{ state: 'refused' }],
    });
  });

  it('loses nobody’s money: what came in has settled an order, or goes back', async () => {
    const one = async (candidate: Candidate) => {
      const { state, refunds, attempts, receipts } = await story.orderOf(candidate);
      const came = [
        ...attempts.filter((attempt) => attempt.state === 'succeeded'),
        ...receipts.filter((receipt) => receipt.state === 'confirmed'),
      ].length;
      const back = refunds.filter((refund) => refund.state !== 'failed').length;
      return came - back - (state === 'settled' ? 1 : 0);
    };
    const everybody = [unpaid, late, goes, silent, leaves, bystander];
    expect(await Promise.all(everybody.map(one))).toEqual(everybody.map(() => 0));
  });

  it('asks again when the session gone to is cancelled too, and offers none that is over', async () => {
    const { revision } = await story.preview(otherId);
    const body = { revision, reason: '人数不足', choiceUntil: day('2026-09-20') };
    await story.officer.api.ok(sessionChanges.cancelSession, { params: { id: otherId }, body });
    expect(await story.changeOf(goes)).toMatchObject({ kind: 'cancelled', paidFen: 28_000, others: [] });
    expect(await story.answerRefused(goes, { choice: 'transfer', sessionId })).toMatchObject({
      code: 'transfer-refused',
      data: { reason: 'over' },
    });
    await story.answer(goes, { choice: 'leave' });
    expect(await story.orderOf(goes)).toMatchObject({ state: 'cancelled', refunds: [{ state: 'requested' }] });
  });

  it('that nobody has seen is simply taken away', async () => {
    const plan = { noticeId: 'bspia-2026-certification', offeringCodes: ['installer-5'], ...october, name: '误建批次' };
    const { id } = await story.officer.api.ok(sessions.createSession, { body: plan });
    const refused = await story.officer.api.refused(sessionChanges.previewSessionChange, { params: { id }, query: {} });
    expect(refused.code).toBe('wrong-state');
    expect((await story.reviewer.api.refused(sessionChanges.deleteSession, { params: { id } })).code).toBe('forbidden');
    await story.officer.api.ok(sessionChanges.deleteSession, { params: { id } });
    expect((await story.officer.api.refused(sessions.getStaffSession, { params: { id } })).code).toBe('not-found');
    const seen = await story.officer.api.refused(sessionChanges.deleteSession, { params: { id: otherId } });
    expect(seen.code).toBe('wrong-state');
  });
});
