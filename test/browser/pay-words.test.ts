import { localDate } from '@jikaotong/shared/kernel';
import { applications, orders } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { knownFacts } from '../builders/facts';
import { portrait } from '../builders/photos';
import { approvedFor, uploaded } from '../support/apply';
import { colleagueOf } from '../support/counter';
import { openExamination } from '../support/examination';
import { candidateByPhone, equipBody, firstAdministrator } from '../support/people';
import { planSession } from '../support/plan-session';
import { openBrowserWorld } from './browser-world';

const mobile = '13800009999';

it('says where one pays that money does not come back, where the notice prints it (E24 三（三）3)', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const cecc = { id: 'cecc', name: '中国电子商会' } as const;
  const administrator = await firstAdministrator(world, 'cecc-admin', cecc);
  await equipBody(world, administrator, cecc);
  const reviewer = await colleagueOf(world, administrator, cecc.id, 'shenhe', ['reviewer']);
  const sessionId = await planSession(administrator, {
    noticeId: 'cecc-2024-certification',
    name: '2024年9月批次',
    examOn: '2024-09-21',
    offerings: { 'blockchain-4': ['theory', 'skill'] },
    opens: '2024-08-12',
    closes: '2024-08-25',
    payBy: '2024-09-01',
  });
  const person = await candidateByPhone(world, mobile);
  const job = { occupation: '云计算工程技术人员', from: localDate('2019-08-12'), to: null, employer: '某某公司' };
  const facts = knownFacts({ jobs: [job] });
  const id = await approvedFor(person, reviewer, sessionId, { offeringCode: 'blockchain-4', order: 1, facts });
  const phone = await candidateOn('E24缴费', mobile);
  await goTo(phone, 'pages/me/index');
  await phone.tap('large-type');
  await goTo(phone, `packages/apply/order/index?id=${id}`);
  await phone.sees('缴费须知');
  await phone.sees('因个人原因不能参加的，费用不予退还');
  await phone.look('缴费须知大字');
  expect((await person.api.ok(applications.getApplication, { params: { id } })).progress.stage).toBe('to-pay');
  expect(phone.faults()).toEqual([]);
});

it('asks finance for the day the money arrived, with nothing filled in before (S25 三（二）2)', async () => {
  const { world, staffOn } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  const person = await candidateByPhone(world, mobile);
  const id = await approvedFor(person, exam.reviewer, exam.params.id, { name: '张建国' });
  const { id: orderId } = await person.api.ok(orders.getOrder, { params: { id } });
  await person.api.ok(orders.claimTransfer, {
    params: { id: orderId },
    body: { fileId: await uploaded(person, 'voucher', await portrait()), paidOn: localDate('2026-11-23') },
  });
  const finance = await staffOn('财务看到账', 'caiwu', 'packages/staff/orders/index?body=bspia');
  await finance.tap(`order-${orderId}`);
  await finance.sees('到账日期');
  expect(await finance.page.locator('[id="claim-paid-on"]:visible').inputValue()).toBe('');
  expect(await finance.page.locator('[id="confirm-transfer"]:visible').getAttribute('class')).toContain(
    'big-button--still',
  );
  await finance.look('到账日期没有填');
  await finance.type('claim-paid-on', '2026-11-23');
  await finance.tap('confirm-transfer');
  await finance.sees('已确认到账');
  expect((await person.api.ok(orders.getOrder, { params: { id } })).state).toBe('settled');
  expect(finance.faults()).toEqual([]);
});
