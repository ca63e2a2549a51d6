import { expect, it } from 'vitest';
import { messages } from '@jikaotong/shared/contract';
import { approvedFor } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator, password, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

it('staff change their password, sign a lost device out and set what the body sends by SMS; a candidate turns it off', async () => {
  const { world, staffOn, candidateOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  await approvedFor(await candidateByPhone(world, '13800001111'), reviewer, sessionId);
  await world.runJobs();

  const chief = await staffOn('改密码的管理员', 'admin');
  await goTo(chief, 'pages/me/index');
  await chief.tap('large-type');
  await chief.tap('go-sign-ins');
  await chief.sees('就是现在这台');
  await chief.look('登录的设备');
  await chief.tap('end-sign-in-');
  await chief.look('确认退出');
  await chief.tapWord('退出');
  await chief.sees('没有别的设备登录。');
  await chief.look('只剩这台');

  await goTo(chief, 'packages/staff/home/index');
  await chief.tap('go-password');
  await chief.tap('change-password');
  await chief.sees('请填写现在的密码');
  await chief.look('修改密码');
  await chief.type('present-password', password);
  await chief.type('new-password', 'Password2026!');
  await chief.type('new-password-again', 'Password2026!');
  await chief.tap('change-password');
  await chief.sees(/这个密码很多人在用/);
  await chief.look('太常见');
  await chief.type('new-password', 'san-tou-shuiniu');
  await chief.type('new-password-again', 'san-tou-shuiniu');
  await chief.tap('change-password');
  await chief.sees('工作台');

  await chief.tap('go-body-');
  await chief.sees('2026年11月');
  await chief.look('机构短信');
  await chief.type('text-messages-a-month', '1');
  await chief.tap('save-text-messages');
  await chief.sees(/快到上限/);
  await chief.look('快到上限');
  await chief.tap('body-text-messages');
  await chief.sees('已关');

  const phone = await candidateOn('不要短信的考生', '13800001111');
  await goTo(phone, 'pages/me/index');
  await phone.look('我的');
  await phone.tap('go-messages');
  await phone.sees('审核通过');
  await phone.look('消息');
  await phone.tap('text-messages');
  await phone.sees('已关');
  await phone.look('关了短信');
  world.clock.passWall(60_000);
  const person = await candidateByPhone(world, '13800001111');
  expect(await person.api.ok(messages.getOwnTextMessages, {})).toMatchObject({ isOn: false });
  expect([...chief.faults(), ...phone.faults()]).toEqual([]);
});
