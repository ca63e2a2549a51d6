import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { identityOf } from '../support/apply';
import { startChromium } from '../support/chromium';
import { firstAdministrator, password } from '../support/people';
import { posterLink } from '../support/poster-link';
import { projectFolder } from '../support/project-folder';
import { openWorld } from '../support/world';
import { phoneOf } from './phone';

const noticeId = 'bspia-2024-competition-installer';
const mobile = '13800002222';

it('guides through the government’s site, keeps a record of it, and holds it against the list from there', async () => {
  const h5Folder = join(projectFolder, 'miniapp/dist/h5');
  const [world, browser] = await Promise.all([openWorld({ day: '2024-05-08', h5Folder }), startChromium()]);
  onTestFinished(async () => {
    await browser.close();
    await world.stop();
  });
  const link = await posterLink(await firstAdministrator(world), noticeId);
  const who = identityOf({ name: '李静' });

  const phone = phoneOf(await browser.phone(), '官网报名');
  await phone.open(link);
  await phone.tap('go-poster-target');
  await phone.sees('这项竞赛在官网报名');
  await phone.look('竞赛');
  await phone.tap('go-guide');
  await phone.sees('已完成 0 / 5');
  await phone.look('未登录');
  await phone.tap('guide-sign-in');
  await phone.type('phone', mobile);
  await phone.tap('request-code');
  await phone.type('code', await world.owner.smsCode(mobile));
  await phone.tap('sign-in');
  await phone.sees('我的报名记录');
  await phone.tap('step-1');
  await phone.sees('已完成 1 / 5');
  await phone.tap('step-3');
  await phone.sees('已完成 2 / 5');
  await phone.sees('5月20日 周一 · 还有12天截止，截止前一天上午会提醒您。');
  await phone.type('registration-reference', 'JS2024-0001');
  await phone.type('registration-name', who.name);
  await phone.type('registration-number', who.documentNumber);
  await phone.page.locator('[id="registration-state"]').selectOption({ label: '已在官网提交' });
  await phone.look('步骤和记录');
  await phone.tap('save-registration');
  for (const id of ['consent-general', 'consent-sensitive', 'consent-agree']) await phone.tap(id);
  await phone.sees('我的记录：已在官网提交');

  const desk = phoneOf(await browser.phone(), '名单工作人员');
  await desk.open(`${world.origin}/#/pages/me/index`);
  await desk.tap('go-staff');
  await desk.type('staff-name', 'admin');
  await desk.type('staff-password', password);
  await desk.tap('staff-sign-in');
  await desk.sees('工作台');
  await desk.open(`${world.origin}/#/packages/contest/entries/index?id=${noticeId}`);
  await desk.sees('在这里记录官网报名');
  await desk.look('名单');
  const csv = (number: string) => ({
    name: 'list.csv',
    type: 'text/csv',
    bytes: Buffer.from(`姓名,证件类型,证件号码,手机号,单位,报名编号\n李静,居民身份证,${number},,,JS2024-0001`),
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
  await phone.open(`${world.origin}/#/pages/mine/index`);
  await phone.page.reload();
  await phone.sees('已在名单中');
  await phone.look('我的申报-大字');
  await phone.tap('registration-');
  await phone.sees('已在主办方的报名名单中');
  await phone.look('步骤和记录-大字');
  expect([...phone.faults(), ...desk.faults()]).toEqual([]);
});
