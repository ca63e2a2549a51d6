import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type QueryOf, applications, orders } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { orderList } from '@jikaotong/shared/lists';
import { approvedFor } from '../support/apply';
import { openSession } from '../support/open-session';
import { patience } from '../support/patience';
import { type SignedInPerson, candidateByWechat, equipBody, firstAdministrator, staffMember } from '../support/people';
import { readPages, readText, textOf } from '../support/read-pages';
import { type World, openWorld } from '../support/world';

const params = { id: 'bspia' };

describe.each(['required', ''])('cash booked by mistake, second person “%s”', (second) => {
  let world: World;
  let administrator: SignedInPerson;
  let finance: SignedInPerson;
  let reviewer: SignedInPerson;
  let sessionId: string;
  let people = 0;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: second === '' ? {} : { STAFF_SECOND_PERSON: second } });
    administrator = await firstAdministrator(world);
    await equipBody(world, administrator);
    sessionId = await openSession(administrator);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    finance = await staffMember(world, administrator, 'caiwu', ['finance']);
  }, patience(120_000));
  afterAll(() => world.stop());

  const debtor = async () => {
    people += 1;
    const person = await candidateByWechat(world, `o-cash-${people}`);
    const applicationId = await approvedFor(person, reviewer, sessionId, { order: people });
    const { id, totalFen } = await person.api.ok(orders.getOrder, { params: { id: applicationId } });
    return { person, applicationId, id, totalFen };
  };
  const book = ({ id, totalFen }: Pick<Awaited<ReturnType<typeof debtor>>, 'id' | 'totalFen'>) =>
    finance.api.ok(orders.recordReceipt, {
      params: { id },
      body: { method: 'cash', amountFen: totalFen, paidOn: world.today() },
    });
  const undo = (who: SignedInPerson, receiptId: string) =>
    who.api.call(orders.undoReceipt, { params: { id: receiptId }, body: { reason: '点错了人' } });
  const orderNow = (id: string) => administrator.api.ok(orders.getStaffOrder, { params: { id } });

  it('is undone on the same day, and can be paid again', async () => {
    const one = await debtor();
    const receipt = { params: { id: one.id } };
    const none = { code: 'nothing-to-print', data: { of: 'unpaid' } };
    expect(await one.person.api.refused(orders.downloadReceipt, receipt)).toMatchObject(none);
    const booked = await book(one);
    expect(await readText(await one.person.api.file(orders.downloadReceipt, receipt))).toContain(booked.number);
    const receiptId = booked.undo?.receiptId ?? '';
    expect(booked).toMatchObject({ state: 'settled', undo: { asked: null } });
    if (second !== '') await undo(finance, receiptId);
    expect(await undo(administrator, receiptId)).toMatchObject({ code: 'ok', data: { state: 'open', undo: null } });
    expect(await undo(administrator, receiptId)).toMatchObject({ code: 'wrong-state' });
    expect(await one.person.api.refused(orders.downloadReceipt, receipt)).toMatchObject(none);
    const seen = await one.person.api.ok(applications.getApplication, { params: { id: one.applicationId } });
    expect(seen.progress.stage).toBe('to-pay');
    expect((await one.person.api.ok(orders.getOrder, { params: { id: one.applicationId } })).receipts).toMatchObject([
      { state: 'undone' },
    ]);
    expect(await book(one)).toMatchObject({ state: 'settled' });
  });

  it.each(second === '' ? [] : [second])('is only asked for by the first person, however often', async () => {
    const one = await debtor();
    const receiptId = (await book(one)).undo?.receiptId ?? '';
    expect(await undo(finance, receiptId)).toMatchObject({ code: 'ok', data: { state: 'settled' } });
    expect(await undo(finance, receiptId)).toMatchObject({ code: 'undo-by-another' });
    const asked = { byId: finance.accountId, byName: 'caiwu', reason: '点错了人' };
    expect(await orderNow(one.id)).toMatchObject({ state: 'settled', undo: { receiptId, asked } });
  });

  it('stands on another day and where it was not booked by hand', async () => {
    const one = await debtor();
    const receiptId = (await book(one)).undo?.receiptId ?? '';
    await world.moveTo('2026-11-24');
    expect(await undo(administrator, receiptId)).toMatchObject({
      code: 'receipt-stands',
      data: { because: 'another-day' },
    });
    expect(await orderNow(one.id)).toMatchObject({ state: 'settled', undo: null });
    expect(await undo(reviewer, receiptId)).toMatchObject({ code: 'forbidden' });
  });

  it('is booked for many that are ticked, each with its result, and taken back together', async () => {
    const paid = await debtor();
    const owing = [await debtor(), await debtor(), await debtor()];
    await book(paid);
    const ids = [paid, ...owing].map(({ id }) => id);
    const body = { act: 'cash' as const, which: { ids }, needs: { paidOn: world.today() } };
    const frozen = await finance.api.ok(orderList.acting.select, { params, body });
    expect(frozen).toMatchObject({ state: 'frozen', total: 4 });
    const at = { id: params.id, selectionId: frozen.id };
    await finance.api.ok(orderList.acting.start, { params: at });
    const progress = (selectionId: string) =>
      finance.api.ok(orderList.acting.progress, { params: { id: params.id, selectionId } });
    await world.runJobs();
    expect(await progress(frozen.id)).toMatchObject({ done: 3, refused: 1, mayTakeBack: true });
    const { items } = await finance.api.ok(orderList.acting.results, { params: at, query: {} });
    expect(items.map(({ rowId, state, code }) => [rowId, state, code])).toEqual(
      ids.toSorted().map((id) => (id === paid.id ? [id, 'refused', 'wrong-state'] : [id, 'done', null])),
    );
    const back = await finance.api.ok(orderList.acting.takeBack, { params: at });
    await world.runJobs();
    expect(await progress(back.id)).toMatchObject({ done: 3, refused: 0 });
    for (const { id } of owing) {
      const now = await orderNow(id);
      expect(now).toMatchObject(
        second === '' ? { state: 'open', undo: null } : { undo: { asked: { byId: finance.accountId } } },
      );
      expect(now.receipts).toMatchObject([{ method: 'cash', state: second === '' ? 'undone' : 'confirmed' }]);
    }
    const rows = await finance.api.ok(orderList.rows, { params, query: { standing: 'settled' } });
    expect(new Set(rows.items.map(({ method }) => method))).toEqual(new Set(['cash']));
  });

  it('is handed out as a receipt, one or all of a day, each with its sum in capitals', async () => {
    const one = await debtor();
    await book(one);
    const print = (query: QueryOf<typeof orders.printReceipts>) =>
      finance.api.file(orders.printReceipts, { params, query }).then(readPages);
    const { number } = await finance.api.ok(orders.getStaffOrder, { params: { id: one.id } });
    const alone = await print({ order: one.id });
    expect(alone).toHaveLength(1);
    expect(textOf(alone)).toContain(`单号${number}`);
    expect(textOf(alone)).toContain('合计（大写）贰佰捌拾元整280.00元');
    expect(textOf(alone)).toContain('缴费方式：现金（现场）');
    expect(textOf(alone)).toContain('经手人caiwu');
    const settled = await finance.api.ok(orderList.rows, { params, query: { standing: 'settled' } });
    const all = await print({ from: localDate('2026-11-23'), to: world.today() });
    expect(all).toHaveLength(Math.ceil(settled.items.length / 2));
    for (const settledOne of settled.items) expect(textOf(all).split(settledOne.number)).toHaveLength(2);
    const nothing = { params, query: { to: localDate('2026-11-20') } };
    expect(await finance.api.refused(orders.printReceipts, nothing)).toMatchObject({
      code: 'nothing-to-print',
      data: { of: 'receipts' },
    });
    expect((await reviewer.api.refused(orders.printReceipts, { params, query: {} })).code).toBe('forbidden');
  });
});
