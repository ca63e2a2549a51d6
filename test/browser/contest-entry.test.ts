import { expect, it } from 'vitest';
import { contestEntries } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { portrait } from '../builders/photos';
import { identityOf } from '../support/apply';
import { C25 as noticeId, entryBody } from '../support/contest-entry';
import { candidateByWechat, firstAdministrator } from '../support/people';
import { posterLink } from '../support/poster-link';
import { openBrowserWorld } from './browser-world';
import { giveConsent } from './candidate';

const mobile = '13800001111';

it('goes from the picture of a poster to an entry in at most 12 taps and one screen of typing', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2025-07-10' });
  const administrator = await firstAdministrator(world);
  const link = await posterLink(administrator, noticeId);

  const phone = await candidateOn('参赛者', mobile);
  const before = phone.taps();

  await phone.open(link);
  await phone.sees('正在报名');
  await phone.look('扫码');
  await phone.tap('go-poster-target');
  await phone.sees('2025年7月下旬');
  await phone.sees('奖金6000元（含税）');
  await phone.sees('每一阶段总成绩前30%的选手晋级下一阶段');
  await phone.look('竞赛');
  await phone.tap('enter-contest');
  await phone.sees('参赛人');
  const who = identityOf();
  const before18 = identityOf({ birthDate: localDate('2008-01-06') });
  await phone.type('document-number', before18.documentNumber);
  await phone.sees('需年满18周岁，目前还不到');
  await phone.sees('参赛要求年龄在18至55周岁之间');
  await phone.look('年龄不够');
  const typed = [
    ['name', who.name],
    ['document-number', who.documentNumber],
    ['unit', '北京某某安防有限公司'],
  ] as const;
  for (const [id, text] of typed) await phone.type(id, text);
  await phone.tap('long-term');
  await phone.tapWord('从事与安全技术防范工作相关的保安员');
  await phone.page
    .locator('[id="unit-type"]')
    .getByRole('combobox')
    .or(phone.page.locator('select[id="unit-type"]'))
    .selectOption({ label: '企业' });
  const picked = 1;
  const bytes = await portrait({ background: '#3a74c8', width: 1500, height: 2000, bytes: 600_000 });
  await phone.pick('choose-photo', { name: 'portrait.jpg', type: 'image/jpeg', bytes });
  await phone.sees('照片底色符合要求');
  await phone.look('报名');
  await phone.tap('send-entry');
  await giveConsent(phone);
  await phone.sees('已报名');
  await phone.look('我的报名');
  expect(phone.taps() - before - typed.length - 1 + picked).toBeLessThanOrEqual(12);
  const mine = 'pages/mine/index';
  await goTo(phone, mine);
  await phone.sees('已提交，工作人员正在核对');
  await phone.sees('报名截止 7月25日 周五 · 还有15天');
  await phone.look('我的申报');

  const others = [];
  for (const [order, name] of ['李娜', '王强', '赵敏'].entries()) {
    const person = await candidateByWechat(world, `o-${order}`);
    const body = await entryBody(person, { order: order + 1, name });
    others.push({ person, ...(await person.api.ok(contestEntries.enterContest, { params: { id: noticeId }, body })) });
  }
  const leaves = others[2];
  if (!leaves) throw new Error('nobody to leave');

  const desk = await staffOn('竞赛工作人员', 'admin');
  await desk.tap(`next-${noticeId}`);
  await desk.look('等待核对');
  await desk.tap('choose-start');
  for (const { id } of others) await desk.tap(`choose-entry-${id}`);
  await desk.look('批量通过');
  await desk.tap('act-accept');
  await desk.look('将要通过');
  await leaves.person.api.ok(contestEntries.withdrawEntry, { params: { id: leaves.id } });
  await desk.tap('act-go');
  await desk.sees('停止');
  await world.runJobs();
  await desk.sees('已通过 2 人。');
  await desk.sees('1 人没有办成');
  await desk.look('批量通过-结果');
  await desk.tap('act-done');
  await desk.tap('list-sheet');
  await desk.look('导出');
  await desk.tapWord('完整的个人信息');
  await desk.type('export-reason', '竞赛组委会编排场次');
  expect((await desk.download('export-go')).name).toBe('参赛报名.xlsx');
  await desk.tap('entry-');
  await desk.sees('参赛条件');
  await desk.tapWord('依据');
  await desk.sees('通知 三（五）2');
  await desk.look('核对报名');
  await desk.tap('refuse-entry');
  await desk.type('refusal-reason', '照片不是本人');
  await desk.look('不通过');
  await desk.tap('send-refusal');
  await desk.sees('都核对完了');

  await phone.open(`${world.origin}/#/pages/me/index`);
  await phone.tap('large-type');
  await phone.open(`${world.origin}/#/packages/apply/messages/index`);
  await phone.look('消息-大字');
  await phone.tap('message-');
  await phone.sees('报名信息');
  await goTo(phone, mine);
  await phone.sees('没有通过核对：照片不是本人');
  await phone.look('未通过-大字');
  await phone.tap('enter-again-');
  await phone.sees('参赛人');
  await phone.look('重新报名-大字');
  expect([...phone.faults(), ...desk.faults()]).toEqual([]);
});
