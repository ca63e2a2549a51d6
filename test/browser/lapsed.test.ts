import { expect, it } from 'vitest';
import { approvedFor } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, equipBody, firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const mobile = '13800007777';

it('says on a lapsed application why, whom to call and what comes next, and goes on once money of that day is booked', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23', time: '10:00' });
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  await equipBody(world, administrator);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  await staffMember(world, administrator, 'caiwu', ['finance']);
  const person = await candidateByPhone(world, mobile);
  const id = await approvedFor(person, reviewer, sessionId, { phone: mobile });
  await world.moveTo('2026-12-07', '10:00');

  const candidate = await candidateOn('失效考生', mobile);
  await goTo(candidate, `packages/apply/detail/index?id=${id}`);
  await candidate.sees('为什么失效');
  await candidate.sees('12月4日截止');
  await candidate.sees('有疑问？打电话问');
  await candidate.sees('下一次报名');
  await candidate.sees('到此结束');
  // nothing seems to be still to come
  expect(await candidate.page.locator('.step:visible').allTextContents()).toHaveLength(3);
  await candidate.look('已失效');
  await goTo(candidate, `packages/apply/order/index?id=${id}`);
  await candidate.sees('有疑问？打电话问');
  await candidate.look('缴费单已过期');

  await goTo(candidate, 'pages/me/index');
  await candidate.tap('large-type');
  await goTo(candidate, `packages/apply/detail/index?id=${id}`);
  await candidate.sees('为什么失效');
  await candidate.look('已失效大字');

  const finance = await staffOn('财务', 'caiwu', 'packages/staff/orders/index?body=bspia');
  await finance.tapWord('张伟');
  await finance.sees('补登截止日前收到的钱');
  await finance.look('过期的缴费单');
  await finance.tap('record-receipt');
  await finance.type('receipt-paid-on', '2026-12-05');
  await finance.sees('登记后不算缴费');
  await finance.look('收到得晚');
  await finance.type('receipt-paid-on', '2026-12-04');
  await finance.sees('一起恢复');
  await finance.type('receipt-reason', '12 月 4 日下午收的现金');
  await finance.look('写明理由');
  await finance.tap('save-receipt');
  await finance.sees('已登记收款');

  await goTo(candidate, `packages/apply/detail/index?id=${id}`);
  await candidate.sees('等待发放准考证');
  await candidate.look('已恢复');
  expect([...candidate.faults(), ...finance.faults()]).toEqual([]);
});
