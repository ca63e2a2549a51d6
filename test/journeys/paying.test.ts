import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applications, messages, orders } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { localDate } from '@jikaotong/shared/kernel';
import { portrait } from '../builders/photos';
import { approvedFor, uploaded } from '../support/apply';
import { eventually } from '../support/eventually';
import { openSession } from '../support/open-session';
import {
  type SignedInPerson,
  candidateByPhone,
  candidateByWechat,
  equipBody,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { casesOf } from '../support/listed-cases';
import { type World, openWorld } from '../support/world';
import { payAtCashier } from '../support/pay-at-cashier';

const day = localDate;

describe('an order from approval to money', () => {
  let world: World;
  let sessionId: string;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let finance: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
    sessionId = await openSession(administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    finance = await staffMember(world, administrator, 'caiwu', ['finance']);
  });
  afterAll(() => world.stop());
  afterEach(() => world.sandbox.resetFaults());

  let people = 0;
  /** A candidate with an open order. */
  const debtor = async () => {
    people += 1;
    const person = await candidateByWechat(world, `o-debtor-${people}`);
    const applicationId = await approvedFor(person, reviewer, sessionId, { order: people });
    const order = await person.api.ok(orders.getOrder, { params: { id: applicationId } });
    return { person, applicationId, params: { id: order.id } };
  };
  type Debtor = Awaited<ReturnType<typeof debtor>>;
  const start = ({ person, params }: Debtor, method: 'jsapi' | 'h5' = 'jsapi') =>
    person.api.ok(orders.startPayment, { params, body: { method } });
  const pay = async (one: Debtor) => {
    const { jsapi } = await start(one);
    await world.owner.requestPayment(jsapi ?? {});
  };
  /** In WeChat and at a cashier that was open before. */
  const payTwice = async (one: Debtor) => {
    const [{ jsapi }, { cashierUrl }] = [await start(one), await start(one, 'h5')];
    await world.owner.requestPayment(jsapi ?? {});
    await payAtCashier(world, cashierUrl);
  };
  const orderOf = ({ person, applicationId }: Debtor) =>
    person.api.ok(orders.getOrder, { params: { id: applicationId } });
  const stageOf = async ({ person, applicationId }: Debtor) =>
    (await person.api.ok(applications.getApplication, { params: { id: applicationId } })).progress.stage;
  const settled = (one: Debtor) => eventually(async () => (await orderOf(one)).state === 'settled');
  const toldTo = async ({ person }: Debtor) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items.map(({ code }) => code);
  const openCases = async (one: Debtor) =>
    (await casesOf(finance, 'open')).filter(({ orderId }) => orderId === one.params.id);

  it('needs a merchant, then is paid in WeChat and told by a signed notification', async () => {
    const one = await debtor();
    expect(
      await one.person.api.refused(orders.startPayment, { params: one.params, body: { method: 'jsapi' } }),
    ).toMatchObject({ code: 'merchant-missing' });
    expect((await orderOf(one)).methods).toEqual(['transfer', 'cheque', 'cash']);
    await equipBody(world, administrator);
    expect((await orderOf(one)).methods).toEqual(['wechat', 'transfer', 'cheque', 'cash']);

    const first = await start(one);
    expect((await start(one)).attemptId).toBe(first.attemptId);
    await world.owner.requestPayment(first.jsapi ?? {});
    await settled(one);
    expect(await stageOf(one)).toBe('paid');
    expect(
      await one.person.api.refused(orders.startPayment, { params: one.params, body: { method: 'jsapi' } }),
    ).toMatchObject({ code: 'already-paid' });
    expect(
      await one.person.api.refused(applications.withdrawApplication, { params: { id: one.applicationId } }),
    ).toMatchObject({ code: 'already-paid' });
    const query = { session: sessionId, standing: 'settled' };
    const { items } = await finance.api.ok(orderList.rows, { params: { id: 'bspia' }, query });
    expect(items).toMatchObject([{ name: '张伟', candidates: 1, standing: 'settled', totalFen: 28_000 }]);
    const { sums } = await finance.api.ok(orderList.counts, { params: { id: 'bspia' }, query: { session: sessionId } });
    expect(sums).toEqual({ settled: 28_000 });
    const params = { id: items[0]?.id ?? '' };
    expect(await finance.api.ok(orders.getStaffOrder, { params })).toMatchObject({
      applicationId: one.applicationId,
      candidateName: '张伟',
      state: 'settled',
      sessionId,
    });
  });

  it('is nobody else’s business', async () => {
    const one = await debtor();
    const stranger = await candidateByPhone(world, '13700000001');
    const body = { method: 'h5' as const };
    expect(await stranger.api.refused(orders.startPayment, { params: one.params, body })).toMatchObject({
      status: 404,
    });
    expect(await stranger.api.refused(orders.queryPayment, { params: one.params })).toMatchObject({ status: 404 });
    expect(await stranger.api.refused(orders.getOrder, { params: { id: one.applicationId } })).toMatchObject({
      status: 404,
    });
    expect(await reviewer.api.refused(orderList.rows, { params: { id: 'bspia' }, query: {} })).toMatchObject({
      code: 'forbidden',
    });
    expect(await reviewer.api.refused(orders.getStaffOrder, { params: one.params })).toMatchObject({
      code: 'forbidden',
    });
  });

  it('settles by asking when the notification is lost, by the candidate or by the job', async () => {
    world.sandbox.faults.notifyDrop = true;
    const [asked, waited] = [await debtor(), await debtor()];
    await pay(asked);
    await pay(waited);
    expect((await orderOf(asked)).state).toBe('open');
    const order = await asked.person.api.ok(orders.queryPayment, { params: asked.params });
    expect(order).toMatchObject({ state: 'settled', attempts: [{ state: 'succeeded' }] });
    await world.moveTo('2026-11-23', '09:05');
    expect((await orderOf(waited)).state).toBe('settled');
  });

  it('believes no notification without the platform’s signature', async () => {
    world.sandbox.faults.notifyForged = true;
    const one = await debtor();
    await pay(one);
    await world.sandbox.allTold();
    expect((await orderOf(one)).state).toBe('open');
    await one.person.api.ok(orders.queryPayment, { params: one.params });
    expect((await orderOf(one)).state).toBe('settled');
  });

  it('says so when WeChat does not answer, and goes on with the same attempt afterwards', async () => {
    const one = await debtor();
    world.sandbox.faults.answers.push({ path: '/v3/pay/transactions/jsapi', kind: 'forged', times: 1 });
    const key = 'a-key-of-this-very-tap';
    const body = { method: 'jsapi' as const };
    expect(await one.person.api.refused(orders.startPayment, { params: one.params, body, key })).toMatchObject({
      code: 'payment-unavailable',
    });
    const again = await one.person.api.ok(orders.startPayment, { params: one.params, body, key });
    expect(again.jsapi).not.toBeNull();
    expect((await orderOf(one)).attempts).toHaveLength(1);
  });

  it('opens the cashier in a browser, and names no way back but our own', async () => {
    const one = await debtor();
    const back = async (returnUrl: string) =>
      (await one.person.api.ok(orders.startPayment, { params: one.params, body: { method: 'h5', returnUrl } }))
        .cashierUrl;
    expect(await back(`${world.origin}/pay?x=1`)).toContain(encodeURIComponent(`${world.origin}/pay?x=1`));
    for (const other of ['https://example.org/', `${world.origin}@example.org/`])
      expect(await back(other)).not.toContain('redirect_url');
  });

  it('settles once under 20 notifications, queries and a receipt at the same moment', async () => {
    world.sandbox.faults.notifyCopies = 10;
    const one = await debtor();
    const { jsapi } = await start(one);
    await Promise.all([
      world.owner.requestPayment(jsapi ?? {}),
      ...Array.from({ length: 10 }, () => one.person.api.call(orders.queryPayment, { params: one.params })),
      ...Array.from({ length: 5 }, () =>
        finance.api.call(orders.recordReceipt, {
          params: one.params,
          body: { method: 'cash', amountFen: 28_000, paidOn: world.today() },
        }),
      ),
    ]);
    await settled(one);
    await eventually(async () => (await orderOf(one)).attempts.every(({ state }) => state === 'succeeded'));
    const order = await orderOf(one);
    const receipts = order.receipts.filter(({ state }) => state === 'confirmed');
    const cases = await openCases(one);
    // whoever was first settled it; where cash was faster, the payment is one case and not an error
    expect(receipts.length + order.attempts.length - cases.length).toBe(1);
    expect(cases.every(({ kind }) => kind === 'paid-twice')).toBe(true);
    const events = await world.db.read((h) =>
      h.query<{ ids: unknown }>(`SELECT ids FROM audit_event WHERE code IN ('payment-received', 'receipt-taken')`),
    );
    const mine = events.filter(({ ids }) => JSON.stringify(ids).includes(one.params.id));
    expect(mine).toHaveLength(receipts.length + order.attempts.length);
  });

  it('makes a case of a second payment, and sends that one back', async () => {
    const one = await debtor();
    await payTwice(one);
    await eventually(async () => (await openCases(one)).length === 1);
    const [found] = await openCases(one);
    expect(found).toMatchObject({ kind: 'paid-twice', amountFen: 28_000 });
    const resolve = {
      params: { id: found?.id ?? '' },
      body: { action: 'refund' as const, note: '重复缴费，原路退回' },
    };
    expect(await reviewer.api.refused(orders.resolveCase, resolve)).toMatchObject({ status: 404 });
    world.sandbox.faults.refundHolds = true;
    expect(await finance.api.ok(orders.resolveCase, resolve)).toMatchObject({ state: 'resolved' });
    expect((await orderOf(one)).refunds).toMatchObject([{ state: 'processing', amountFen: 28_000 }]);
    expect(await finance.api.refused(orders.resolveCase, resolve)).toMatchObject({ code: 'wrong-state' });
    const held: { outRefundNo: string }[] = await (await fetch(`${world.sandbox.url}/sandbox/refunds`)).json();
    await fetch(`${world.sandbox.url}/sandbox/refunds/${held[0]?.outRefundNo}/settle`, { method: 'POST', body: '{}' });
    await eventually(async () => (await orderOf(one)).refunds[0]?.state === 'succeeded');
    expect(await orderOf(one)).toMatchObject({ state: 'settled' });
  });

  it('opens the case again when the refund fails, and sends it under the same number', async () => {
    const one = await debtor();
    await payTwice(one);
    await eventually(async () => (await openCases(one)).length === 1);
    const [found] = await openCases(one);
    const params = { id: found?.id ?? '' };
    const resolve = (note: string) => finance.api.ok(orders.resolveCase, { params, body: { action: 'refund', note } });
    const numbers = () =>
      world.db.read((h) =>
        h.query<{ n: string }>('SELECT out_refund_no AS n FROM pay_refund WHERE case_id = ?', [params.id]),
      );

    world.sandbox.faults.answers = [{ path: '/v3/refund/', kind: 'refused', times: 1 }];
    expect(await resolve('重复缴费，原路退回')).toMatchObject({ state: 'open', refund: 'failed' });
    const before = await numbers();
    expect((await orderOf(one)).refunds).toMatchObject([{ state: 'failed' }]);
    // WeChat may tell how it ended before the answer is out
    expect(['processing', 'succeeded']).toContain((await resolve('再退一次')).refund);
    await eventually(async () => (await orderOf(one)).refunds[0]?.state === 'succeeded');
    expect((await orderOf(one)).refunds).toHaveLength(1);
    expect(await numbers()).toEqual(before);
    await world.moveTo(world.today(), '23:00');
    expect(await openCases(one)).toEqual([]);
  });

  it('makes a case of an amount that is not ours, and of money for an order that is over', async () => {
    world.sandbox.faults.notifyAddFen = 1;
    const wrong = await debtor();
    await pay(wrong);
    await eventually(async () => (await openCases(wrong)).length === 1);
    expect(await openCases(wrong)).toMatchObject([{ kind: 'amount-mismatch', amountFen: 28_001 }]);
    expect((await orderOf(wrong)).state).toBe('open');
    world.sandbox.resetFaults();

    const left = await debtor();
    const { jsapi } = await start(left);
    await left.person.api.ok(applications.withdrawApplication, { params: { id: left.applicationId } });
    await world.owner.requestPayment(jsapi ?? {});
    await eventually(async () => (await openCases(left)).length === 1);
    expect(await openCases(left)).toMatchObject([{ kind: 'paid-late' }]);
    expect(await orderOf(left)).toMatchObject({ state: 'cancelled' });
  });

  it('closes at WeChat what is not owed any more', async () => {
    const one = await debtor();
    const { jsapi } = await start(one);
    await one.person.api.ok(applications.withdrawApplication, { params: { id: one.applicationId } });
    await world.runJobs();
    await expect(world.owner.requestPayment(jsapi ?? {})).rejects.toThrow('order-closed');
    expect((await orderOf(one)).attempts).toMatchObject([{ state: 'closed' }]);
  });

  it('takes a transfer by its voucher, and cash and cheques at the counter, in the exact amount', async () => {
    const one = await debtor();
    const claim = async () =>
      one.person.api.ok(orders.claimTransfer, {
        params: one.params,
        body: { fileId: await uploaded(one.person, 'voucher', await portrait()), paidOn: day('2026-11-23') },
      });
    const claimed = await claim();
    expect(claimed.receipts).toMatchObject([{ state: 'claimed', method: 'transfer', amountFen: 28_000 }]);
    expect(await stageOf(one)).toBe('payment-checking');
    expect((await claim()).receipts).toHaveLength(1);
    const receiptId = claimed.receipts[0]?.id ?? '';
    await finance.api.ok(orders.refuseTransfer, { params: { id: receiptId }, body: { reason: '未查到到账记录' } });
    expect(await stageOf(one)).toBe('to-pay');
    expect(
      await finance.api.refused(orders.refuseTransfer, { params: { id: receiptId }, body: { reason: '再来' } }),
    ).toMatchObject({ code: 'wrong-state' });
    const second = (await claim()).receipts.at(-1)?.id ?? '';
    const body = { receiptId: second, method: 'transfer' as const, amountFen: 27_999, paidOn: day('2026-11-23') };
    expect(await finance.api.refused(orders.recordReceipt, { params: one.params, body })).toMatchObject({
      code: 'amount-mismatch',
      data: { totalFen: 28_000 },
    });
    const taken = await finance.api.ok(orders.recordReceipt, {
      params: one.params,
      body: { ...body, amountFen: 28_000 },
    });
    expect(taken.state).toBe('settled');
    expect(taken.receipts.map(({ state }) => state)).toEqual(['refused', 'confirmed']);
    expect(
      await finance.api.refused(orders.recordReceipt, { params: one.params, body: { ...body, amountFen: 28_000 } }),
    ).toMatchObject({ code: 'already-paid' });

    const other = await debtor();
    const cash = { method: 'cash' as const, amountFen: 28_000, paidOn: day('2026-11-23') };
    expect(await finance.api.ok(orders.recordReceipt, { params: other.params, body: cash })).toMatchObject({
      state: 'settled',
    });
    expect(await stageOf(other)).toBe('paid');
  });

  it('lapses unpaid orders with their applications when the window closes, but waits for a claimed transfer', async () => {
    const [idle, claimant, lost] = [await debtor(), await debtor(), await debtor()];
    const fileId = await uploaded(claimant.person, 'voucher', await portrait());
    await claimant.person.api.ok(orders.claimTransfer, {
      params: claimant.params,
      body: { fileId, paidOn: day('2026-11-23') },
    });
    await world.moveTo('2026-12-04', '23:59');
    const { jsapi } = await start(idle);
    world.sandbox.faults.notifyDrop = true;
    await pay(lost);
    await world.moveTo('2026-12-05', '00:00');
    expect((await orderOf(idle)).state).toBe('lapsed');
    expect(await stageOf(idle)).toBe('lapsed');
    await expect(world.owner.requestPayment(jsapi ?? {})).rejects.toThrow('order-closed');
    expect((await orderOf(lost)).state).toBe('settled');
    expect(await toldTo(idle)).toEqual(expect.arrayContaining(['payment-reminder', 'application-lapsed']));
    expect(await toldTo(claimant)).not.toContain('payment-reminder');
    expect(await toldTo(lost)).toContain('payment-settled');
    expect((await orderOf(claimant)).state).toBe('open');
    for (const one of [idle, claimant])
      expect(
        (await one.person.api.refused(orders.startPayment, { params: one.params, body: { method: 'h5' } })).code,
      ).toMatch(/^(order-closed|too-late)$/);
    const receiptId = (await orderOf(claimant)).receipts[0]?.id ?? '';
    await finance.api.ok(orders.refuseTransfer, { params: { id: receiptId }, body: { reason: '未到账' } });
    expect((await orderOf(claimant)).state).toBe('lapsed');
  });
});
