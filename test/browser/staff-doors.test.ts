import { expect, it } from 'vitest';
import { orders } from '@jikaotong/shared/contract';
import { approvedFor, handedIn } from '../support/apply';
import { eventually } from '../support/eventually';
import { casesOf } from '../support/listed-cases';
import { openExamination } from '../support/examination';
import { candidateByPhone, candidateByWechat, equipBody } from '../support/people';
import { openBrowserWorld } from './browser-world';
import { payAtCashier } from '../support/pay-at-cashier';

const desk = { width: 1280, height: 800 };

it('leads staff at a desk from what they see to where it is done', async () => {
  const { world, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  await equipBody(world, exam.administrator);
  const sessionId = exam.params.id;
  const waiting = await handedIn(await candidateByPhone(world, '13800002001'), sessionId, { order: 1, name: '王交' });
  const payer = await candidateByWechat(world, 'o-twice');
  const id = await approvedFor(payer, exam.reviewer, sessionId, { order: 2, name: '周双' });
  const order = await payer.api.ok(orders.getOrder, { params: { id } });
  const start = (method: 'jsapi' | 'h5') =>
    payer.api.ok(orders.startPayment, { params: { id: order.id }, body: { method } });
  const [{ jsapi }, { cashierUrl }] = [await start('jsapi'), await start('h5')];
  await world.owner.requestPayment(jsapi ?? {});
  await payAtCashier(world, cashierUrl);
  await eventually(async () => (await casesOf(exam.administrator, 'open')).length > 0);
  await exam.setRooms(0);

  const staff = await staffOn('找路', 'admin');
  await staff.page.setViewportSize(desk);
  const page = `packages/staff/session/index?id=${sessionId}`;
  // figures open their lists
  await goTo(staff, page);
  await staff.tap('count-submitted');
  await staff.sees('王交');
  await staff.look('待审核');
  await goTo(staff, page);
  await staff.tap('count-paid');
  await staff.sees('状态：已缴清');
  // a paid order says where its money goes back
  await staff.tapWord('周双');
  await staff.sees('钱原路退回');
  await staff.look('缴费单');
  await staff.tap('go-money-cases');
  await staff.sees('缴费和退款 1');
  await staff.look('退款');
  await staff.tapWord('周双');
  await staff.sees('多收的一笔原路退回');
  await staff.look('退款事项');
  // cases that wait are not hidden behind an empty first kind
  await goTo(staff, 'packages/review/cases/index');
  await staff.sees('周双');

  // who approved whom
  await goTo(staff, `packages/review/review/index?id=${id}`);
  await staff.tap('see-audit');
  await staff.sees('审核通过');
  await staff.sees('shenhe');
  await staff.look('操作记录');
  await staff.tapWord('审核通过');
  await staff.sees('周双');

  // never looked at
  await world.moveTo('2026-12-07');
  await goTo(staff, `packages/review/reviews/index?session=${sessionId}`);
  await staff.sees('以前没有审核完的，还有 1 份');
  await staff.look('没审完');
  const reviewer = await staffOn('审核', 'shenhe', `packages/review/review/index?id=${waiting.id}`);
  await reviewer.page.setViewportSize(desk);
  await reviewer.sees('审核的截止日已过');
  expect(await reviewer.page.locator('#approve:visible, #return:visible').count()).toBe(0);
  await reviewer.look('没审完');
  expect(
    [...staff.faults(), ...reviewer.faults()].filter((fault) => !/too small for a finger|is cut off/.test(fault)),
  ).toEqual([]);
});
