import { expect, it } from 'vitest';
import { applications, orders, sittings } from '@jikaotong/shared/contract';
import { approvedFor, identityOf } from '../support/apply';
import { futureInstaller } from '../builders/facts';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';
import type { Phone } from './phone';

const c25 = 'bspia-2025-competition-monitor-operator';
const home = 'pages/notices/index';
const mobile = '13800002222';

/** The sizes of phones and desks at which the same screen is looked at. */
const lookAtSizes = async (phone: Phone, name: string): Promise<void> => {
  for (const [width, height] of [
    [375, 720],
    [320, 640],
    [1280, 900],
  ] as const) {
    await phone.page.setViewportSize({ width, height });
    await phone.look(`${name}-${width}`);
  }
  await phone.page.setViewportSize({ width: 375, height: 720 });
};

it('tells a stranger what this is, what is open by occupation, and folds away what is over', async () => {
  const { world, phoneFor, goTo } = await openBrowserWorld({ day: '2025-07-10' });
  const phone = await phoneFor('首页访客');
  await goTo(phone, home);
  await phone.sees('在手机上报名、缴费');
  await phone.sees('现在可以报名');
  await phone.sees('7月11日 周五截止');
  await phone.sees('明天');
  await lookAtSizes(phone, '开放');
  await phone.tap('ended-notices');
  await phone.tap(`enter-${c25}`);
  await phone.sees('正在报名');
  await goTo(phone, home);
  await phone.tap('go-search');
  await phone.type('search', '保安');
  await phone.sees('报名中');
  await phone.look('搜索');
  await phone.open(`${world.origin}/#/pages/me/index`);
  await phone.tap('large-type');
  await goTo(phone, home);
  await phone.sees('现在可以报名');
  await lookAtSizes(phone, '大字');

  await world.moveTo('2026-11-14');
  await goTo(phone, home);
  await phone.sees('现在没有开放的认定报名');
  await phone.look('没有开放');
  expect(phone.faults()).toEqual([]);

  await phone.page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await goTo(phone, home);
  await phone.sees('网络连接不上');
  await phone.look('没有网络');
});

it('puts my next thing on top, from what is lacking to the seat', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const finance = await staffMember(world, administrator, 'caiwu', ['finance']);
  const officer = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
  const person = await candidateByPhone(world, mobile);
  const body = { sessionId, offeringCode: 'installer-5', facts: futureInstaller() };
  const draft = await person.api.ok(applications.createApplication, { body });
  const saved = { candidate: identityOf({ phone: mobile }), route: '1' };
  await person.api.ok(applications.saveApplication, {
    params: { id: draft.id },
    ifMatch: draft.version,
    body: saved,
  });
  const phone = await candidateOn('首页考生', mobile);
  await phone.sees('还差证件照片、签名');
  await phone.sees('11月30日 周一截止 · 还有7天');
  await lookAtSizes(phone, '还差');
  await phone.tap('next-go-on');
  await phone.sees('待填写');

  const id = await approvedFor(person, reviewer, sessionId, { phone: mobile });
  await world.moveTo('2026-12-02');
  await goTo(phone, home);
  await phone.sees('缴费还有 2 天');
  await phone.look('缴费');
  const order = await person.api.ok(orders.getOrder, { params: { id } });
  await finance.api.ok(orders.recordReceipt, {
    params: { id: order.id },
    body: { method: 'cash', amountFen: order.totalFen, paidOn: world.today() },
  });
  await world.moveTo('2026-12-05');
  await officer.api.ok(sittings.seatSession, { params: { id: sessionId } });
  await world.moveTo('2026-12-07');
  await world.runJobs();
  await world.moveTo('2026-12-11');
  await goTo(phone, home);
  await phone.sees('明天 09:00 考试');
  await phone.sees('101 · 座位 1');
  await lookAtSizes(phone, '考试');
  await phone.tap('next-open-ticket');
  await phone.sees('请带好');

  expect(phone.faults()).toEqual([]);

  // the ticket was opened once: without a network it is known where to go
  await phone.page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await goTo(phone, home);
  // the demonstration's clock is away too: the day is that of the machine
  await phone.sees(/09:00 考试/);
  await phone.look('没有网络');
});
