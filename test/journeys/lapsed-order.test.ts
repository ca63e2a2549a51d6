import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, messages, orders } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { type Debtor, type Debts, openDebts } from '../support/debtors';
import type { World } from '../support/world';

// B26 三（三）: paid until 2026-12-04; booked on the Monday after.
describe('money for an order that has lapsed', () => {
  let debts: Debts;
  let world: World;
  const people: Debtor[] = [];
  beforeAll(async () => {
    debts = await openDebts();
    world = debts.world;
    for (let at = 0; at < 6; at += 1) people.push(await debts.debtor());
    await world.moveTo('2026-12-07', '09:00');
  });
  afterAll(() => world.stop());

  const next = (): Debtor => people.pop() ?? expect.fail('nobody is left');
  const cash = (paidOn: string, reason?: string) => ({
    method: 'cash' as const,
    amountFen: 28_000,
    paidOn: localDate(paidOn),
    ...(reason === undefined ? {} : { reason }),
  });
  const book = (one: Debtor, body: ReturnType<typeof cash>) =>
    debts.finance.api.ok(orders.recordReceipt, { params: { id: one.orderId }, body });
  const refused = (one: Debtor, body: ReturnType<typeof cash>) =>
    debts.finance.api.refused(orders.recordReceipt, { params: { id: one.orderId }, body });
  const applicationOf = ({ person, id }: Debtor) => person.api.ok(applications.getApplication, { params: { id } });
  const toldTo = async ({ person }: Debtor) =>
    (await person.api.ok(messages.listMessages, { query: {} })).items.map(({ code }) => code);
  const resolve = async (one: Debtor, action: 'reinstate' | 'refund') => {
    const [found] = await debts.casesOf(one);
    const body = { action, note: '汇款回单为 12 月 4 日' };
    return debts.finance.api.ok(orders.resolveCase, { params: { id: found?.id ?? '' }, body });
  };

  it('settles it where it was received on the last day, with a reason, and the application goes on', async () => {
    const one = next();
    expect((await applicationOf(one)).progress.stage).toBe('lapsed');
    expect(await refused(one, cash('2026-12-04'))).toMatchObject({ code: 'reinstating-reason-needed' });
    const taken = await book(one, cash('2026-12-04', '12 月 4 日下午收的现金，周一补登'));
    expect(taken).toMatchObject({ state: 'settled', receipts: [{ state: 'confirmed', paidOn: '2026-12-04' }] });
    expect(await applicationOf(one)).toMatchObject({ state: 'approved', progress: { stage: 'paid' } });
    expect(await toldTo(one)).toEqual(expect.arrayContaining(['application-reinstated', 'payment-settled']));
    expect(await debts.casesOf(one)).toEqual([]);
  });

  it('settles nothing where it was received a day later, but is a case by which it may be', async () => {
    const [kept, back] = [next(), next()];
    for (const one of [kept, back]) {
      expect(await book(one, cash('2026-12-05', '想通融'))).toMatchObject({ state: 'lapsed' });
      expect(await debts.casesOf(one)).toMatchObject([{ kind: 'paid-late', refund: 'requested', amountFen: 28_000 }]);
    }
    expect(await resolve(kept, 'reinstate')).toMatchObject({ state: 'resolved', refund: null });
    expect(await debts.orderOf(kept)).toMatchObject({ state: 'settled', refunds: [] });
    expect((await applicationOf(kept)).progress.stage).toBe('paid');
    await resolve(back, 'refund');
    expect(await debts.orderOf(back)).toMatchObject({ state: 'lapsed', refunds: [{ state: 'succeeded' }] });
    expect((await applicationOf(back)).progress.stage).toBe('lapsed');
  });

  it('names no day before the order or after today', async () => {
    const one = next();
    for (const day of ['2026-11-22', '2026-12-08'])
      expect(await refused(one, cash(day, '补登'))).toMatchObject({
        code: 'received-day-wrong',
        data: { earliest: '2026-11-23', latest: '2026-12-07' },
      });
  });

  it('does not bring back what was applied for again meanwhile', async () => {
    const [one, other] = [next(), next()];
    const hold = (key: string | null) =>
      world.db.tx((h) => h.run('UPDATE candidate SET account_key = ? WHERE id = ?', [key, other.id]));
    const [row] = await world.db.read((h) =>
      h.query<{ scope: string; account_id: string }>('SELECT scope, account_id FROM candidate WHERE id = ?', [one.id]),
    );
    await hold(`${row?.scope}:${row?.account_id}`);
    expect(await refused(one, cash('2026-12-04', '补登'))).toMatchObject({
      code: 'wrong-state',
      data: { state: 'applied-again' },
    });
    expect(await debts.orderOf(one)).toMatchObject({ state: 'lapsed', receipts: [] });
    expect((await applicationOf(one)).progress.stage).toBe('lapsed');
    await hold(null);
    expect(await book(one, cash('2026-12-04', '补登'))).toMatchObject({ state: 'settled' });
  });
});
