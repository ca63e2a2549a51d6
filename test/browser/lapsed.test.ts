import { expect, it } from 'vitest';
import { approvedFor } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, equipBody, firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const mobile = '13800007777';

it('says on a lapsed application why, whom to call and what comes next, and nothing of what would have followed', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2026-11-23', time: '10:00' });
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  await equipBody(world, administrator);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
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

  expect(candidate.faults()).toEqual([]);
});
