import { expect, it } from 'vitest';
import { portrait } from '../builders/photos';
import { approvedFor } from '../support/apply';
import { openSession } from '../support/open-session';
import { candidateByPhone, firstAdministrator, staffMember } from '../support/people';
import { openBrowserWorld } from './browser-world';

const mobile = '13800001111';

it('asks for a correction on the phone, and staff decide it with old beside new, or take the approval back', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const administrator = await firstAdministrator(world);
  const sessionId = await openSession(administrator);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const id = await approvedFor(await candidateByPhone(world, mobile), reviewer, sessionId);
  const card = { name: 'card.jpg', type: 'image/jpeg', bytes: await portrait() };

  const phone = await candidateOn('更正', mobile);
  await goTo(phone, `packages/apply/detail/index?id=${id}`);
  await phone.tap('ask-correction');
  await phone.sees('哪里要更正');
  await phone.look('申请更正');
  await phone.tap('send-correction');
  await phone.sees('请先选哪里要更正');
  await phone.tap('correct-identity');
  await phone.type('name', '张炜');
  await phone.tap('correct-phone');
  await phone.type('correct-phone-number', '13911112222');
  await phone.type('correct-reason', '名字里的字填错了，手机号换了');
  await phone.tap('send-correction');
  await phone.sees('更正姓名或证件需要上传证明材料');
  await phone.pick('add-evidence', card);
  await phone.sees('再加一页');
  await phone.look('申请更正已填');
  await phone.tap('send-correction');
  await phone.sees('等待办理');
  await phone.look('等待办理');

  const desk = await staffOn('更正审核', 'shenhe', 'packages/review/cases/index');
  await desk.tap('case-');
  await desk.sees('张炜');
  await desk.look('更正申请');
  await desk.tap('refuse-correction');
  await desk.look('不同意更正');
  await desk.type('refusal-reason', '请上传身份证正面');
  await desk.tap('send-refusal');
  await desk.sees('未同意');
  await goTo(phone, `packages/apply/correction/index?id=${id}`);
  await phone.sees('请上传身份证正面');

  await goTo(phone, 'pages/me/index');
  await phone.tap('large-type');
  await goTo(phone, `packages/apply/correction/index?id=${id}`);
  await phone.tap('correct-employer');
  await phone.type('correct-employer-name', '北京保安服务公司');
  await phone.type('correct-reason', '换了单位');
  await phone.tap('send-correction');
  await phone.sees('等待办理');
  await phone.look('等待办理大字');
  await goTo(desk, 'packages/review/cases/index');
  await desk.tap('case-');
  await desk.sees('北京保安服务公司');
  await desk.tap('accept-correction');
  await desk.sees('已更正');
  await desk.look('已更正');

  await goTo(desk, `packages/review/review/index?id=${id}`);
  await desk.sees('北京保安服务公司');
  await desk.tap('take-back');
  await desk.type('take-back-reason', '需要重新核对照片');
  await desk.look('撤回通过');
  await desk.tap('send-take-back');
  await desk.sees('待审核');
  await desk.look('撤回以后');
  expect([...phone.faults(), ...desk.faults()]).toEqual([]);
});
