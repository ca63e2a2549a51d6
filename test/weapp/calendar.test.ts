import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { type World, openWorld } from '../support/world';
import { phoneOf } from './phone-of';

let world: World;
beforeAll(async () => {
  const env = { WECHAT_MESSAGE_TEMPLATES: 'notice-changed=tmpl-changed/thing1:title/thing2:next' };
  world = await openWorld({ day: '2026-11-23', env });
  await openSession(await firstAdministrator(world));
});
afterAll(() => world.stop());

it('puts the last day of a window into the phone’s own calendar, and says in words when it may not', async () => {
  const launch = { path: 'pages/notice/index', query: { id: 'bspia-2026-certification' }, scene: 1001 };
  const phone = await phoneOf(world, { openid: 'o-rili', phone: '13900007777' }, launch);
  const events: Readonly<Record<string, unknown>>[] = [];
  phone.person.keepsDay = (event) => {
    events.push(event);
    return events.length > 1;
  };
  await phone.see('2026年12月批次');
  await phone.tap('登录后，日期会进入您的日历');
  await phone.tap('微信一键登录');
  await phone.see('全部日期进入您的日历');
  await phone.tap('关注这份通知');
  await phone.see('已关注');
  expect(phone.calls('requestSubscribeMessage').map(({ options }) => options['tmplIds'])).toEqual([['tmpl-changed']]);
  await phone.tap('我的日历');
  await phone.see('现在可以办');
  await phone.tap('缴费截止');
  await phone.tap('加到手机日历');
  await phone.see('没有得到使用日历的许可');
  await phone.see('去设置');
  await phone.tap('加到手机日历');
  await phone.see('已加入手机日历');
  expect(events).toHaveLength(2);
  expect(events[1]).toMatchObject({
    title: '缴费截止 · 2026年12月批次 北京安全防范行业协会',
    // the midnight that begins 12-04 in Beijing, and nine on the morning before
    startTime: Date.UTC(2026, 11, 3, 16) / 1000,
    allDay: true,
    alarm: true,
    alarmOffset: 15 * 3600,
  });
  expect(phone.verdict()).toEqual([]);
});
