import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidateRecord, openIdentity, sealIdentity } from '@jikaotong/bff/features/candidates';
import { insert, newId } from '@jikaotong/bff/platform/db';
import { orders } from '@jikaotong/shared/contract';
import { fen, localDate } from '@jikaotong/shared/kernel';
import { orderList } from '@jikaotong/shared/lists';
import { cancelOpenIn } from '../../bff/src/features/orders/follow-session.repository';
import { orderSource } from '../../bff/src/features/orders/order-list.repository';
import { orderLineRecord, orderRecord } from '../../bff/src/features/orders/order.record';
import { planFaults } from '../../bff/src/platform/lists/plan.testing';
import { portrait } from '../builders/photos';
import { approvedFor, uploaded } from '../support/apply';
import { KNOWN_KEYS, knownCrypto, nameOf, numberOf } from '../support/many-paid';
import { openSession } from '../support/open-session';
import { patience } from '../support/patience';
import { type SignedInPerson, candidateByWechat, equipBody, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const ORDERS = 560;
const OWED = fen(28_000);
const SHARED_NAME = '欧阳同行';
const SHARED_PHONE = '13911112222';
const params = { id: 'bspia' };

describe(`${ORDERS} orders of a body`, () => {
  let world: World;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let finance: SignedInPerson;
  let last: SignedInPerson;
  let sessionId: string;
  let orderId: string;
  let applicationId: string;
  let sharedId: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    finance = await staffMember(world, administrator, 'caiwu', ['finance']);
    sessionId = await openSession(administrator);
    await equipBody(world, administrator);
    const first = await candidateByWechat(world, 'o-first');
    sharedId = await addOwed(await approvedFor(first, reviewer, sessionId, { order: 700 }), ORDERS - 2);
    // behind every page of the others
    last = await candidateByWechat(world, 'o-last');
    applicationId = await approvedFor(last, reviewer, sessionId, { name: '末位', order: 701 });
    orderId = (await last.api.ok(orders.getOrder, { params: { id: applicationId } })).id;
  }, patience(120_000));
  afterAll(() => world.stop());

  /** So many more like the order of this application; the last names a second candidate, and its id comes back. */
  async function addOwed(likeId: string, count: number): Promise<string> {
    const { candidate, lines, order } = await world.db.read(async (h) => {
      const lines = await h.repo(orderLineRecord).findBy({ candidateId: likeId });
      const order = await h.repo(orderRecord).findOneByOrFail({ id: lines[0]?.orderId ?? '' });
      return { candidate: await h.repo(candidateRecord).findOneByOrFail({ id: likeId }), lines, order };
    });
    const identity = openIdentity(knownCrypto, candidate);
    const like = { ...candidate, accountKey: null, documentKey: null, personKey: null };
    const ids = Array.from({ length: count }, () => newId());
    const all = [...ids, ids.at(-1) ?? ''].map((id, place) => {
      const isSecond = place === count;
      const candidateId = newId();
      const who = isSecond ? { name: SHARED_NAME, phone: SHARED_PHONE } : { name: nameOf(place) };
      const sealed = sealIdentity(knownCrypto, candidateId, { ...identity, ...who, documentNumber: numberOf(place) });
      return {
        order: isSecond
          ? []
          : [
              {
                ...order,
                id,
                number: `261122-${String(place).padStart(4, '0')}-0`,
                openedAt: order.openedAt + 1 + place,
              },
            ],
        candidate: { ...like, ...sealed, id: candidateId },
        lines: lines.map((line, at) => {
          const position = isSecond ? lines.length + at : at;
          return { ...line, id: newId(), orderId: id, candidateId, position, openKey: null };
        }),
      };
    });
    // a hundred at a time: nobody waits long behind the one connection of libsql
    for (let from = 0; from < all.length; from += 100) {
      const some = all.slice(from, from + 100);
      await world.db.tx(async (h) => {
        await insert(
          h,
          candidateRecord,
          some.map(({ candidate }) => candidate),
        );
        const opened = some.flatMap(({ order }) => order);
        if (opened.length > 0) await insert(h, orderRecord, opened);
        await insert(
          h,
          orderLineRecord,
          some.flatMap(({ lines }) => lines),
        );
      });
    }
    return ids.at(-1) ?? '';
  }

  const rows = (query: Record<string, string>) => finance.api.ok(orderList.rows, { params, query });
  const counts = (query: Record<string, string> = {}) => finance.api.ok(orderList.counts, { params, query });
  const claim = async () => {
    const body = { fileId: await uploaded(last, 'voucher', await portrait()), paidOn: localDate('2026-11-23') };
    const { receipts } = await last.api.ok(orders.claimTransfer, { params: { id: orderId }, body });
    return receipts.find(({ state }) => state === 'claimed')?.id ?? '';
  };
  const standing = async () => (await rows({ q: '末位' })).items.map((row) => row.standing);

  it('are counted by standing and session, the oldest first among those that are open', async () => {
    const { total, by, names, sums } = await counts();
    expect([total, by['standing'], by['session'], sums]).toEqual([
      ORDERS,
      { open: ORDERS },
      { [sessionId]: ORDERS },
      { settled: 0 },
    ]);
    const called = names['session']?.find(({ code }) => code === sessionId)?.name;
    const { items } = await rows({ standing: 'open', session: sessionId });
    expect(items).toHaveLength(50);
    expect(items[0]).toMatchObject({
      session: called,
      standing: 'open',
      totalFen: OWED,
      candidates: 1,
      payBy: '2026-12-04',
    });
    expect(items.map(({ id }) => id)).not.toContain(orderId);
  });

  it('are found by a part of the name of any candidate, by a phone, and by the order’s number', async () => {
    for (const q of [SHARED_NAME.slice(1), SHARED_PHONE, SHARED_PHONE.slice(-4), sharedId, sharedId.slice(-12)])
      expect((await rows({ q })).items.map(({ id, candidates }) => [id, candidates])).toEqual([[sharedId, 2]]);
    expect((await rows({ q: '末位' })).items).toMatchObject([
      { id: orderId, name: '末位', offering: expect.any(String) },
    ]);
    expect((await rows({ q: '末位', session: 'another' })).items).toEqual([]);
  });

  it('with a claimed transfer come before all the others, wherever they stood', async () => {
    const receiptId = await claim();
    expect((await rows({})).items[0]).toMatchObject({ id: orderId, standing: 'claimed' });
    expect((await counts()).by['standing']).toEqual({ claimed: 1, open: ORDERS - 1 });
    const refusal = { params: { id: receiptId }, body: { reason: '没有查到' } };
    await finance.api.ok(orders.refuseTransfer, refusal);
    expect(await standing()).toEqual(['open']);
    await claim();
    expect(await standing()).toEqual(['claimed']);
  });

  it('come to what was settled, whatever standing is looked at', async () => {
    const body = { method: 'transfer' as const, amountFen: OWED, paidOn: world.today() };
    await finance.api.ok(orders.recordReceipt, { params: { id: orderId }, body });
    expect(await standing()).toEqual(['settled']);
    expect((await counts({ standing: 'open' })).sums).toEqual({ settled: OWED });
    expect((await counts({ settledAt: '..2026-11-22' })).sums).toEqual({ settled: 0 });
    expect((await counts({ settledAt: '2026-11-23..' })).sums).toEqual({ settled: OWED });
  });

  it('are cancelled in the list with their session', async () => {
    await world.db.tx((h) => h.run("UPDATE pay_order SET event_id = 'gone' WHERE id = ?", [sharedId]));
    await world.db.tx((h) => cancelOpenIn(h, 'gone', 1));
    expect((await rows({ standing: 'cancelled' })).items.map(({ id }) => id)).toEqual([sharedId]);
  });

  it('are read along an index', async () => {
    if (world.db.dialect === 'mysql')
      await world.db.tx(async (h) => {
        for (const table of ['pay_order', 'pay_order_line', 'candidate']) await h.run(`ANALYZE TABLE ${table}`);
      });
    const given = { withinId: params.id, crypto: knownCrypto };
    expect(await world.db.read((h) => planFaults(h, orderList, orderSource, given))).toEqual([]);
  });

  it('go into a sheet with the names and phones masked', async () => {
    const file = await finance.api.file(orderList.sheet, { params, query: { q: '末位' } });
    const book = new exceljs.Workbook();
    await book.xlsx.load(Uint8Array.from(file).buffer);
    const cells = JSON.stringify(book.worksheets[0]?.getRow(2).values);
    expect(cells).toContain('末*');
    expect(cells).not.toContain('末位');
    expect(cells).toContain('已缴清');
  });

  it('are for finance and administrators of the body alone', async () => {
    expect((await administrator.api.ok(orderList.counts, { params, query: {} })).total).toBe(ORDERS);
    expect((await reviewer.api.refused(orderList.rows, { params, query: {} })).code).toBe('forbidden');
    const elsewhere = await firstAdministrator(world, 'waidi', { id: 'elsewhere', name: '外地协会' });
    expect((await elsewhere.api.refused(orderList.rows, { params, query: {} })).code).toBe('not-found');
    expect((await elsewhere.api.refused(orders.getStaffOrder, { params: { id: orderId } })).code).toBe('not-found');
  });
});
