import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { openBrowserWorld } from './browser-world';

const mobile = '13800002222';
const b26 = 'bspia-2026-certification';
const c25 = 'bspia-2025-competition-monitor-operator';

it('follows a notice, reads its days by month, takes one into the phone, subscribes and ends it', async () => {
  const { world, candidateOn } = await openBrowserWorld({ day: '2026-11-23' });
  const sessionId = await openSession(await firstAdministrator(world));
  const phone = await candidateOn('日历', mobile);
  const { page } = phone;

  await phone.open(`${world.origin}/#/pages/mine/index`);
  await phone.tap('calendar');
  await phone.sees('日历里还没有日期');
  await phone.look('空');

  for (const notice of [b26, c25]) {
    await phone.open(`${world.origin}/#/pages/notice/index?id=${notice}`);
    await phone.tap('follow');
    await phone.sees('已关注');
    await phone.look('关注');
  }
  await phone.tap('go-calendar');
  await phone.sees('现在可以办');
  await phone.sees('可以报名，到11月30日 周一');
  await phone.look('通知期日历');
  expect(await phone.read('#month-name')).toBe('2026年11月');

  await phone.tap('day-2026-11-30');
  await phone.sees('看全部日期');
  await phone.look('一天');
  await phone.tap(`item-session.${sessionId}.application`);
  await phone.look('一项');
  const { name, bytes } = await phone.download('add-item');
  expect(name).toBe('技考通日历.ics');
  const [part] = new ICAL.Component(ICAL.parse(bytes.toString())).getAllSubcomponents('vevent');
  const event = new ICAL.Event(part);
  expect([String(event.startDate), String(event.endDate)]).toEqual(['2026-11-16', '2026-12-01']);
  await phone.sees('日历文件已下载');
  await phone.look('已下载');
  await phone.tapWord('关闭');
  await phone.tap('month-after');
  await phone.tap('wish-mine');
  await phone.sees('今天起没有安排');
  await phone.tap('wish-all');
  await phone.look('下个月');

  await phone.tap('go-feed');
  await phone.sees('现在没有订阅地址');
  await phone.look('未订阅');
  await phone.tap('make-feed');
  await phone.sees('订阅地址已生成');
  await phone.look('订阅地址');
  const address = await phone.read('#feed-address');
  const feed = await fetch(address);
  expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await feed.text()).toContain(`session.${sessionId}.publicity@jikaotong`.slice(0, 40));
  await phone.tap('revoke-feed');
  await phone.tapWord('停用');
  await phone.sees('现在没有订阅地址');
  expect((await fetch(address)).status).toBe(404);

  await phone.open(`${world.origin}/#/pages/me/index`);
  await phone.tap('large-type');
  await phone.open(`${world.origin}/#/packages/apply/calendar/index`);
  await phone.sees('现在可以办');
  await phone.look('大字');
  expect(phone.faults()).toEqual([]);

  // without a network the last answer stays, also for a page that is opened anew
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await phone.open(`${world.origin}/#/pages/mine/index`);
  await page.reload();
  await phone.open(`${world.origin}/#/packages/apply/calendar/index`);
  await phone.sees('显示上次看到的日期');
  await phone.sees('最近的日期');
  await phone.look('没有网络');
});
