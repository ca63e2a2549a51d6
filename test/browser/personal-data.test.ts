import { expect, it } from 'vitest';
import { applications } from '@jikaotong/shared/contract';
import { handedIn } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator } from '../support/people';
import { openBrowserWorld } from './browser-world';

const mobile = '13800001111';

it('shows what is held, hands out a copy, deletes what is over and closes the account, in large type', async () => {
  const { world, candidateOn, phoneFor, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const sessionId = await openSession(await firstAdministrator(world));
  const person = await candidateByPhone(world, mobile);
  const { id } = await handedIn(person, sessionId);

  const visitor = await phoneFor('来访者看规则');
  await goTo(visitor, 'pages/sign-in/index');
  await visitor.tap('privacy-rules');
  await visitor.sees('北京安全防范行业协会');
  await visitor.look('处理规则');

  const phone = await candidateOn('个人信息', mobile);
  await goTo(phone, 'pages/me/index');
  await phone.look('我的');
  await phone.tap('large-type');
  await phone.look('我的大字');
  await phone.tap('go-personal-data');
  await phone.sees('还在办理');
  await phone.look('我的个人信息');

  await phone.tap('request-export');
  await phone.sees('正在生成');
  await world.runJobs();
  await phone.sees('下载（');
  const copy = await phone.download('download-export');
  expect(copy.name).toBe('我的个人信息.zip');
  expect(copy.bytes.includes(Buffer.from('张伟'))).toBe(true);
  await phone.look('导出');

  await phone.tap(`enrolment-${id}`);
  await phone.sees('请先撤回报名或退出竞赛报名');
  await phone.look('不能删除');
  await person.api.ok(applications.withdrawApplication, { params: { id } });
  await goTo(phone, `packages/privacy/enrolment/index?id=${id}`);
  await phone.sees('保存到2029年12月12日');
  await phone.look('可以删除');
  await phone.tap('erase');
  await phone.look('确认删除');
  await phone.tapWord('删除');
  await phone.sees('账号里的信息');
  await phone.look('删除以后');

  await goTo(phone, 'packages/privacy/closing/index');
  await phone.sees('我已看清楚');
  await phone.look('注销');
  await phone.tap('closing-understood');
  await phone.tap('close-account');
  await phone.look('确认注销');
  await phone.tapWord('注销');
  await phone.page.waitForURL(/pages\/me/);
  await phone.look('注销以后');
  expect([...phone.faults(), ...visitor.faults()]).toEqual([]);
});

it('an administrator announces a period of the body’s own, and everybody can read it at once', async () => {
  const { world, staffOn, phoneFor, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  await openSession(await firstAdministrator(world));
  const chief = await staffOn('管理员定期限', 'admin');
  await chief.tap('go-body-');
  await chief.tap('go-periods');
  await chief.sees('个人信息保存期限');
  await chief.look('保存期限');
  await chief.tap('period-papers');
  await chief.type('period-months', '40');
  await chief.sees('请填 1 到 36');
  await chief.type('period-months', '6');
  await chief.type('period-words', '本会《个人信息管理办法》第八条：照片和扫描件保存六个月');
  await chief.look('填期限');
  await chief.tap('save-period');
  await chief.sees(/生效前仍按现在的期限删除/);
  await chief.look('确认公告');
  await chief.tapWord('公告');
  await chief.sees('已公告：2026年12月23日起改为6 个月');
  await chief.look('已公告');

  const visitor = await phoneFor('来访者看期限');
  await goTo(visitor, 'packages/privacy/rules/index?body=bspia');
  await visitor.sees(/2026年12月23日起改为保存到办理结束后 6 个月（本会《个人信息管理办法》第八条/);
  await visitor.look('公告的期限');

  await chief.tap('period-papers');
  await chief.tap('withdraw-period');
  await chief.tapWord('撤回');
  await chief.page.getByText('已公告：').waitFor({ state: 'detached' });
  await goTo(visitor, 'packages/privacy/rules/index?body=bspia');
  await visitor.sees('处理什么、为什么、保存多久');
  expect(await visitor.page.getByText('6 个月').count()).toBe(0);
  expect([...chief.faults(), ...visitor.faults()]).toEqual([]);
});
