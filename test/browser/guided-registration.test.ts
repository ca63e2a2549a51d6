import { expect, it } from 'vitest';
import { identityOf } from '../support/apply';
import { firstAdministrator } from '../support/people';
import { posterLink } from '../support/poster-link';
import { openBrowserWorld } from './browser-world';
import { giveConsent } from './candidate';

const noticeId = 'bspia-2024-competition-installer';
const mobile = '13800002222';

it('guides through the government’s site, keeps a record of it, and holds it against the list from there', async () => {
  const { world, phoneFor, staffOn, signInByCode, goTo } = await openBrowserWorld({ day: '2024-05-08' });
  const link = await posterLink(await firstAdministrator(world), noticeId);
  const who = identityOf({ name: '李静' });

  const phone = await phoneFor('官网报名');
  await phone.open(link);
  await phone.tap('go-poster-target');
  await phone.sees('这项竞赛在官网报名');
  await phone.look('竞赛');
  await phone.tap('go-guide');
  await phone.sees('已完成 0 / 5');
  await phone.look('未登录');
  await phone.tap('guide-sign-in');
  await signInByCode(phone, mobile);
  await phone.sees('我的报名记录');
  await phone.tap('step-1');
  await phone.sees('已完成 1 / 5');
  await phone.tap('step-3');
  await phone.sees('已完成 2 / 5');
  await phone.sees('5月20日 周一截止 · 还有12天，截止前一天上午会提醒您。');
  await phone.type('registration-reference', 'JS2024-0001');
  await phone.type('registration-name', who.name);
  await phone.type('registration-number', who.documentNumber);
  await phone.page.locator('[id="registration-state"]').selectOption({ label: '已在官网提交' });
  await phone.look('步骤和记录');
  await phone.tap('save-registration');
  await giveConsent(phone);
  await phone.sees('我的记录：已在官网提交');

  const desk = await staffOn('名单工作人员', 'admin');
  await desk.open(`${world.origin}/#/packages/contest/entries/index?id=${noticeId}`);
  await desk.sees('在这里记录官网报名');
  await desk.look('名单');
  const csv = (number: string) => ({
    name: 'list.csv',
    type: 'text/csv',
    bytes: Buffer.from(`姓名,证件类型,证件号码,手机号,单位,报名编号\n李静,居民身份证,${number},${mobile},,JS2024-0001`),
  });
  await desk.pick('list-upload', csv('123'));
  await desk.sees('表里有 1 处要改');
  await desk.look('表有错');
  const marked = await desk.download('sheet-marked');
  expect(marked.bytes.subarray(0, 2).toString()).toBe('PK');
  await desk.pick('list-upload', csv(who.documentNumber));
  await desk.sees('确认后会有这些变化');
  await desk.look('变化');
  await desk.tap('sheet-confirm');
  await desk.sees('正在导入');
  await world.runJobs();
  await desk.sees('已导入 1 人');
  await desk.look('已导入');

  await phone.open(`${world.origin}/#/pages/me/index`);
  await phone.tap('large-type');
  await goTo(phone, 'pages/mine/index');
  await phone.sees('已在名单中');
  await phone.look('我的申报-大字');
  await phone.tap('registration-');
  await phone.sees('已在主办方的报名名单中');
  await phone.look('步骤和记录-大字');
  expect([...phone.faults(), ...desk.faults()]).toEqual([]);
});
