import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orders, search } from '@jikaotong/shared/contract';
import { orderList } from '@jikaotong/shared/lists';
import { addBodyIfAbsent } from '@jikaotong/bff/features/bodies';
import { approvedFor, handedIn, readyDraft, identityOf } from '../support/apply';
import { type Examination, openExamination } from '../support/examination';
import { type SignedInPerson, candidateByWechat, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('one search over everybody of a body', () => {
  let world: World;
  let exam: Examination;
  let orderId: string;
  let orderNumber: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    exam = await openExamination(world);
    const sessionId = exam.params.id;
    const one = (openid: string) => candidateByWechat(world, openid);
    await handedIn(await one('o-1'), sessionId, { name: '买买提·吐尔逊', order: 1, phone: '13800002345' });
    await readyDraft(await one('o-2'), sessionId, { name: '买买提·艾力', order: 2, phone: '13900002345' });
    const paid = await one('o-3');
    const id = await approvedFor(paid, exam.reviewer, sessionId, { name: '欧阳娜娜', order: 3, phone: '13700006789' });
    ({ id: orderId, number: orderNumber } = await paid.api.ok(orders.getOrder, { params: { id } }));
  });
  afterAll(() => world.stop());

  const found = async (who: SignedInPerson, q: string) =>
    (await who.api.ok(search.searchEverywhere, { query: { q } })).items.map(({ name, by, places }) => [
      name,
      by,
      places,
    ]);

  it('takes any part of a name, with its dot or without, and never a draft', async () => {
    const mehmet = [['买买提·吐尔逊', 'name', ['review']]];
    for (const q of ['买提', '买买提·吐', '买买提吐尔', '买买提•吐尔逊', ' 吐尔逊 '])
      expect(await found(exam.reviewer, q)).toEqual(mehmet);
    expect(await found(exam.reviewer, '%')).toEqual([]);
  });

  it('takes a number or a phone, whole or by its last four, and an order', async () => {
    const { documentNumber } = identityOf({ order: 3 });
    const nana = (by: string) => [['欧阳娜娜', by, ['review']]];
    expect(await found(exam.reviewer, documentNumber.toLowerCase())).toEqual(nana('number'));
    expect(await found(exam.reviewer, '137 0000 6789')).toEqual(nana('phone'));
    expect(await found(exam.reviewer, '6789')).toEqual(nana('phone'));
    expect(await found(exam.reviewer, '娜 6789')).toEqual(nana('phone'));
    expect(await found(exam.reviewer, '买 6789')).toEqual([]);
    expect(await found(exam.reviewer, orderId)).toEqual(nana('order'));
    // the phone's end that a draft shares
    expect(await found(exam.reviewer, '2345')).toEqual([['买买提·吐尔逊', 'phone', ['review']]]);
  });

  it('takes more than the last four digits, and says nothing of whom they do not end', async () => {
    const { documentNumber } = identityOf({ order: 3 });
    const nana = (by: string) => [['欧阳娜娜', by, ['review']]];
    for (const digits of [5, 6, 8]) {
      expect(await found(exam.reviewer, '13700006789'.slice(-digits))).toEqual(nana('phone'));
      expect(await found(exam.reviewer, documentNumber.slice(-digits))).toEqual(nana('number'));
    }
    expect(await found(exam.reviewer, '16789')).toEqual([]);
  });

  it('takes an order by the number that people say, whole or by its end, and by its sum', async () => {
    const nana = (by: string) => [['欧阳娜娜', by, ['order']]];
    expect(orderNumber).toMatch(/^261123-0001-\d$/);
    for (const q of [orderNumber, orderNumber.replaceAll('-', ''), orderNumber.replaceAll('-', '').slice(-5)])
      expect(await found(exam.finance, q)).toEqual(nana('order'));
    const { totalFen } = await exam.finance.api.ok(orders.getStaffOrder, { params: { id: orderId } });
    for (const q of [
      `${totalFen / 100}元`,
      `￥${(totalFen / 100).toFixed(2)}`,
      `${(totalFen / 100).toFixed(2)}元`,
      (totalFen / 100).toFixed(2),
      String(totalFen / 100),
    ])
      expect(await found(exam.finance, q)).toEqual(nana('amount'));
    expect(await found(exam.finance, `${totalFen / 100 + 1}元`)).toEqual([]);
    const { items } = await exam.finance.api.ok(search.searchEverywhere, { query: { q: `${totalFen / 100}` } });
    expect(items).toMatchObject([{ orderFen: totalFen, orderNumber }]);
    const rows = async (q: string) =>
      (await exam.finance.api.ok(orderList.rows, { params: { id: 'bspia' }, query: { q } })).items.map(
        ({ number }) => number,
      );
    for (const q of [
      orderNumber,
      orderNumber.slice(-6),
      String(totalFen / 100),
      `娜 ${totalFen / 100}元`,
      `${(totalFen / 100).toFixed(2)}元`,
      orderId,
    ])
      expect(await rows(q)).toEqual([orderNumber]);
    for (const q of ['261123-0001', `${totalFen / 100 + 1}`, '0002']) expect(await rows(q)).toEqual([]);
  });

  it('shows each role whom it may go on with, and masks what it shows', async () => {
    expect(await found(exam.finance, '娜')).toEqual([['欧阳娜娜', 'name', ['order']]]);
    expect(await found(exam.finance, '买')).toEqual([]);
    const officer = await found(exam.officer, '娜');
    expect(officer).toEqual([]);
    const { items } = await exam.reviewer.api.ok(search.searchEverywhere, { query: { q: '娜娜' } });
    expect(items[0]).toMatchObject({
      phoneMasked: '137****6789',
      state: 'approved',
      stage: 'to-pay',
      eventId: exam.params.id,
    });
    expect(JSON.stringify(items)).not.toContain(identityOf({ order: 3 }).documentNumber);
  });

  it('finds nobody of another body, and is not for candidates and invigilators', async () => {
    await world.db.tx((h) => addBodyIfAbsent(h, { id: 'cecc', name: '中国电子商会', nowMs: 0 }));
    const invigilator = await staffMember(world, exam.administrator, 'jiankao', ['invigilator']);
    const refused = await invigilator.api.refused(search.searchEverywhere, { query: { q: '娜' } });
    expect(refused.code).toBe('forbidden');
    const somebody = await candidateByWechat(world, 'o-9');
    expect((await somebody.api.refused(search.searchEverywhere, { query: { q: '娜' } })).code).toBe('forbidden');
  });
});
