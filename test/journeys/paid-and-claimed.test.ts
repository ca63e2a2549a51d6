import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages, orders } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { localDate } from '@jikaotong/shared/kernel';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { type Debtor, type Debts, openDebts } from '../support/debtors';
import type { World } from '../support/world';

describe('an order with a transfer that is claimed and not seen yet', () => {
  let debts: Debts;
  let world: World;
  beforeAll(async () => {
    debts = await openDebts();
    world = debts.world;
  });
  afterAll(() => world.stop());

  type Claimant = Debtor & { receiptId: string };
  /** Somebody who has handed in the voucher of a transfer. */
  const claimant = async (): Promise<Claimant> => {
    const debtor = await debts.debtor();
    const { receipts } = await debtor.person.api.ok(orders.claimTransfer, {
      params: { id: debtor.orderId },
      body: { fileId: await uploaded(debtor.person, 'voucher', await portrait()), paidOn: localDate('2026-11-23') },
    });
    return { ...debtor, receiptId: receipts[0]?.id ?? '' };
  };
  const payInWechat = async (one: Claimant) => {
    const { jsapi } = await debts.start(one);
    await world.owner.requestPayment(jsapi ?? {});
    await debts.ask(one);
    return debts.orderOf(one);
  };
  const toldTo = async ({ person }: Claimant) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items.map(({ code }) => code);
  const resolve = async (one: Claimant, action: 'refund' | 'note', note: string) => {
    const [found] = await debts.casesOf(one);
    return debts.finance.api.ok(orders.resolveCase, { params: { id: found?.id ?? '' }, body: { action, note } });
  };

  it('is a case for finance once it is paid in WeChat as well, and the transfer that came goes back by hand', async () => {
    const one = await claimant();
    expect(await payInWechat(one)).toMatchObject({ state: 'settled', receipts: [{ state: 'claimed' }] });
    expect(await debts.casesOf(one)).toMatchObject([
      { kind: 'paid-twice', orderId: one.orderId, amountFen: 28_000, refund: 'requested', state: 'open' },
    ]);
    const taking = { receiptId: one.receiptId, method: 'transfer' as const, amountFen: 28_000, paidOn: world.today() };
    const query = { session: debts.sessionId, standing: 'settled' };
    const [order] = (await debts.finance.api.ok(orderList.rows, { params: { id: 'bspia' }, query })).items;
    const body = { ...taking, amountFen: order?.totalFen ?? taking.amountFen };
    expect(await debts.finance.api.refused(orders.recordReceipt, { params: { id: one.orderId }, body })).toMatchObject({
      code: 'already-paid',
    });
    expect(await resolve(one, 'refund', '转账已到账，已电汇退回')).toMatchObject({
      state: 'resolved',
      refund: 'succeeded',
    });
    expect(await debts.orderOf(one)).toMatchObject({
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
    expect(await debts.orderOf(one)).toMatchObject({ state: 'settled', receipts: [{ state: 'refused' }] });
    expect(await toldTo(one)).not.toContain('transfer-refused');
  });

  it('can be noted after finance refused the claim by itself', async () => {
    const one = await claimant();
    await payInWechat(one);
    const body = { reason: '查无此款' };
    await debts.finance.api.ok(orders.refuseTransfer, { params: { id: one.receiptId }, body });
    expect(await toldTo(one)).not.toContain('transfer-refused');
    expect(await resolve(one, 'note', '已缴清')).toMatchObject({ state: 'resolved' });
  });

  it('is a case as well when finance takes cash for it, and none when it takes the transfer', async () => {
    const [cash, transfer] = [await claimant(), await claimant()];
    const { totalFen } = await debts.orderOf(cash);
    const take = (one: Claimant, method: 'cash' | 'transfer') =>
      debts.finance.api.ok(orders.recordReceipt, {
        params: { id: one.orderId },
        body: { method, amountFen: totalFen, paidOn: world.today() },
      });
    await take(cash, 'cash');
    await take(transfer, 'transfer');
    expect(await debts.casesOf(cash)).toMatchObject([{ kind: 'paid-twice', refund: 'requested' }]);
    expect(await debts.casesOf(transfer)).toEqual([]);
  });

  it('goes back when finance sees it only after the exam, for nobody can be seated then', async () => {
    const late = await claimant();
    const { totalFen } = await debts.orderOf(late);
    await world.moveTo('2026-12-31');
    await debts.finance.api.ok(orders.recordReceipt, {
      params: { id: late.orderId },
      body: { method: 'transfer', amountFen: totalFen, paidOn: localDate('2026-11-23') },
    });
    expect(await debts.orderOf(late)).toMatchObject({ state: 'lapsed', receipts: [{ state: 'confirmed' }] });
    expect(await debts.casesOf(late)).toMatchObject([{ kind: 'paid-late', refund: 'requested', amountFen: totalFen }]);
  });
});
