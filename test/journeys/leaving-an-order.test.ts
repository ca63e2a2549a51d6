import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, orders } from '@jikaotong/shared/contract';
import { refusalSentence } from '@jikaotong/shared/words';
import { portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { type Debtor, type Debts, openDebts } from '../support/debtors';
import type { World } from '../support/world';

const ONE = 28_000;
const BOTH = 2 * ONE;

const refusedBy = (state: string) => ({ code: 'wrong-state' as const, data: { state } });
const wordsOf = (state: string) => refusalSentence(refusedBy(state).code, refusedBy(state).data);

describe('an order that one account pays for two candidates', () => {
  let debts: Debts;
  let world: World;
  beforeAll(async () => {
    debts = await openDebts();
    world = debts.world;
  });
  afterAll(() => world.stop());

  /** Nobody can open one for several yet, so the lines of one order go to the other. */
  const together = async () => {
    const [payer, other] = [await debts.debtor(), await debts.debtor()];
    await world.db.tx(async (h) => {
      const ids = [payer.orderId, other.orderId];
      await h.run('UPDATE pay_order_line SET order_id = ?, position = position + 10 WHERE order_id = ?', ids);
      await h.run('UPDATE pay_order SET total_fen = ? WHERE id = ?', [BOTH, payer.orderId]);
      await h.run('DELETE FROM pay_order WHERE id = ?', [other.orderId]);
    });
    return { payer, other };
  };
  const stepBack = ({ person, id }: Debtor) => person.api.ok(applications.withdrawApplication, { params: { id } });
  /** Paid at the sum of both while the other steps back. */
  const paidTooMuch = async () => {
    const { payer, other } = await together();
    const { jsapi } = await debts.start(payer);
    await stepBack(other);
    await world.owner.requestPayment(jsapi ?? {});
    await debts.ask(payer);
    const [found] = await debts.casesOf(payer);
    return { payer, caseId: found?.id ?? '', found };
  };

  it('cannot be paid at the old sum once one has stepped back: what was begun is closed', async () => {
    const { payer, other } = await together();
    const { jsapi } = await debts.start(payer);
    await debts.start(payer, 'h5');
    await stepBack(other);
    expect((await debts.orderOf(payer)).attempts.map(({ state }) => state)).toEqual(['prepaid', 'prepaid']);
    await world.runJobs();
    expect(await debts.orderOf(payer)).toMatchObject({
      state: 'open',
      totalFen: ONE,
      attempts: [{ state: 'closed' }, { state: 'closed' }],
    });
    await expect(world.owner.requestPayment(jsapi ?? {})).rejects.toThrow('order-closed');
    const fresh = await debts.start(payer);
    await world.owner.requestPayment(fresh.jsapi ?? {});
    expect(await debts.ask(payer)).toMatchObject({ state: 'settled', totalFen: ONE });
  });

  it('keeps what was begun at the sum that is owed now', async () => {
    const { payer, other } = await together();
    const old = await debts.start(payer);
    await stepBack(other);
    // before anything is closed: the attempt of before lives, and is of another sum
    const fresh = await debts.start(payer);
    expect(fresh.attemptId).not.toBe(old.attemptId);
    expect((await debts.start(payer)).attemptId).toBe(fresh.attemptId);
    await world.runJobs();
    const { attempts } = await debts.orderOf(payer);
    expect(new Map(attempts.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [old.attemptId, 'closed'],
        [fresh.attemptId, 'prepaid'],
      ]),
    );
  });

  it('settles nothing by the old sum: finance sends that back, and what is owed is still to be paid', async () => {
    const { payer, caseId, found } = await paidTooMuch();
    expect(found).toMatchObject({
      kind: 'amount-mismatch',
      amountFen: BOTH,
      applicationId: payer.id,
      method: 'wechat',
    });
    expect(await debts.orderOf(payer)).toMatchObject({
      state: 'open',
      totalFen: ONE,
      attempts: [{ state: 'succeeded' }],
    });
    const resolved = await debts.finance.api.ok(orders.resolveCase, {
      params: { id: caseId },
      body: { action: 'refund', note: '多付一人，退回重缴' },
    });
    expect(resolved).toMatchObject({ state: 'resolved' });
    const { jsapi } = await debts.start(payer);
    await world.owner.requestPayment(jsapi ?? {});
    expect(await debts.ask(payer)).toMatchObject({ state: 'settled', refunds: [{ amountFen: BOTH }] });
  });

  it('says in words that money was given back already', async () => {
    const { caseId } = await paidTooMuch();
    await world.db.tx((h) =>
      h.run('UPDATE pay_attempt SET refund_fen = 1 WHERE paid_fen = ? AND refund_fen = 0', [BOTH]),
    );
    const { code, data } = await debts.finance.api.refused(orders.resolveCase, {
      params: { id: caseId },
      body: { action: 'refund', note: '多付一人，退回重缴' },
    });
    expect({ code, data }).toEqual(refusedBy('given-back'));
    expect(wordsOf('given-back')).not.toBe(wordsOf('submitted'));
  });

  it('says in words that nobody steps back while a transfer of that sum is looked for', async () => {
    const { payer, other } = await together();
    const fileId = await uploaded(payer.person, 'voucher', await portrait());
    await payer.person.api.ok(orders.claimTransfer, {
      params: { id: payer.orderId },
      body: { fileId, paidOn: world.today() },
    });
    const { code, data } = await other.person.api.refused(applications.withdrawApplication, {
      params: { id: other.id },
    });
    expect({ code, data }).toEqual(refusedBy('transfer-claimed'));
    expect(wordsOf('transfer-claimed')).not.toBe(wordsOf('submitted'));
    expect(await debts.orderOf(payer)).toMatchObject({ state: 'open', totalFen: BOTH });
  });
});
