import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages, orders } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { localDate } from '@jikaotong/shared/kernel';
import { portrait } from '../builders/photos';
import { approvedFor, uploaded } from '../support/apply';
import { openSession } from '../support/open-session';
import { type SignedInPerson, candidateByWechat, equipBody, firstAdministrator, staffMember } from '../support/people';
import { casesOf as listedCases } from '../support/listed-cases';
import { type World, openWorld } from '../support/world';

describe('an order with a transfer that is claimed and not seen yet', () => {
  let world: World;
  let sessionId: string;
  let reviewer: SignedInPerson;
  let finance: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    const administrator = await firstAdministrator(world);
    sessionId = await openSession(administrator);
    await equipBody(world, administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    finance = await staffMember(world, administrator, 'caiwu', ['finance']);
  });
  afterAll(() => world.stop());

  let people = 0;
  /** Somebody who has handed in the voucher of a transfer. */
  const claimant = async () => {
    people += 1;
    const person = await candidateByWechat(world, `o-claimant-${people}`);
    const applicationId = await approvedFor(person, reviewer, sessionId, { order: people });
    const { id } = await person.api.ok(orders.getOrder, { params: { id: applicationId } });
    const fileId = await uploaded(person, 'voucher', await portrait());
    const claimed = await person.api.ok(orders.claimTransfer, {
      params: { id },
      body: { fileId, paidOn: localDate('2026-11-23') },
    });
    return { person, applicationId, params: { id }, receiptId: claimed.receipts[0]?.id ?? '' };
  };
  type Claimant = Awaited<ReturnType<typeof claimant>>;
  const payInWechat = async ({ person, params, applicationId }: Claimant) => {
    const { jsapi } = await person.api.ok(orders.startPayment, { params, body: { method: 'jsapi' } });
    await world.owner.requestPayment(jsapi ?? {});
    await person.api.ok(orders.queryPayment, { params });
    return person.api.ok(orders.getOrder, { params: { id: applicationId } });
  };
  const casesOf = async ({ params }: Claimant, state: 'open' | 'resolved' = 'open') =>
    (await listedCases(finance, state)).filter(({ orderId }) => orderId === params.id);
  const orderOf = ({ person, applicationId }: Claimant) =>
    person.api.ok(orders.getOrder, { params: { id: applicationId } });
  const toldTo = async ({ person }: Claimant) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items.map(({ code }) => code);
  const resolve = async (one: Claimant, action: 'refund' | 'note', note: string) => {
    const [found] = await casesOf(one);
    return finance.api.ok(orders.resolveCase, { params: { id: found?.id ?? '' }, body: { action, note } });
  };

  it('is a case for finance once it is paid in WeChat as well, and the transfer that came goes back by hand', async () => {
    const one = await claimant();
    expect(await payInWechat(one)).toMatchObject({ state: 'settled', receipts: [{ state: 'claimed' }] });
    expect(await casesOf(one)).toMatchObject([
      { kind: 'paid-twice', orderId: one.params.id, amountFen: 28_000, refund: 'requested', state: 'open' },
    ]);
    const taking = { receiptId: one.receiptId, method: 'transfer' as const, amountFen: 28_000, paidOn: world.today() };
    const query = { session: sessionId, standing: 'settled' };
    const [order] = (await finance.api.ok(orderList.rows, { params: { id: 'bspia' }, query })).items;
    const body = { ...taking, amountFen: order?.totalFen ?? taking.amountFen };
    expect(await finance.api.refused(orders.recordReceipt, { params: one.params, body })).toMatchObject({
      code: 'already-paid',
    });
    expect(await resolve(one, 'refund', '转账已到账，已电汇退回')).toMatchObject({
      state: 'resolved',
      refund: 'succeeded',
    });
    expect(await orderOf(one)).toMatchObject({
      state: 'settled',
      receipts: [{ state: 'confirmed' }],
      refunds: [{ state: 'succeeded', amountFen: 28_000 }],
    });
    expect(await toldTo(one)).toContain('refund-succeeded');
  });

  it('ends without money when the transfer never came, and nobody is asked to hand it in again', async () => {
    const one = await claimant();
    await payInWechat(one);
    expect(await resolve(one, 'note', '查无此款')).toMatchObject({ state: 'resolved', refund: 'failed' });
    expect(await orderOf(one)).toMatchObject({ state: 'settled', receipts: [{ state: 'refused' }] });
    expect(await toldTo(one)).not.toContain('transfer-refused');
  });

  it('can be noted after finance refused the claim by itself', async () => {
    const one = await claimant();
    await payInWechat(one);
    const body = { reason: '查无此款' };
    await finance.api.ok(orders.refuseTransfer, { params: { id: one.receiptId }, body });
    expect(await toldTo(one)).not.toContain('transfer-refused');
    expect(await resolve(one, 'note', '已缴清')).toMatchObject({ state: 'resolved' });
  });

  it('is a case as well when finance takes cash for it, and none when it takes the transfer', async () => {
    const [cash, transfer] = [await claimant(), await claimant()];
    const { totalFen } = await orderOf(cash);
    const take = (one: Claimant, method: 'cash' | 'transfer') =>
      finance.api.ok(orders.recordReceipt, {
        params: one.params,
        body: { method, amountFen: totalFen, paidOn: world.today() },
      });
    await take(cash, 'cash');
    await take(transfer, 'transfer');
    expect(await casesOf(cash)).toMatchObject([{ kind: 'paid-twice', refund: 'requested' }]);
    expect(await casesOf(transfer)).toEqual([]);
  });

  it('goes back when finance sees it only after the exam, for nobody can be seated then', async () => {
    const late = await claimant();
    const { totalFen } = await orderOf(late);
    await world.moveTo('2026-12-31');
    await finance.api.ok(orders.recordReceipt, {
      params: late.params,
      body: { method: 'transfer', amountFen: totalFen, paidOn: localDate('2026-11-23') },
    });
    expect(await orderOf(late)).toMatchObject({ state: 'lapsed', receipts: [{ state: 'confirmed' }] });
    expect(await casesOf(late)).toMatchObject([{ kind: 'paid-late', refund: 'requested', amountFen: totalFen }]);
  });
});
