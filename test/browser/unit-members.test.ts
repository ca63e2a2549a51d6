import { expect, it } from 'vitest';
import { rosterMembers } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { candidateByPhone } from '../support/people';
import { numberOf } from '../support/rosters';
import { trainingBodyIn, valuesOfLine } from '../support/training-body';
import { openBrowserWorld } from './browser-world';
import { giveConsent } from './candidate';

it('a member scans the code of the unit, fills in, and is taken into the roster', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const { roster } = await trainingBodyIn(world);

  const agent = await candidateOn('经办人', '13900000001');
  await goTo(agent, `packages/unit/link/index?id=${roster.id}`);
  await agent.sees('生成二维码');
  await agent.look('成员填写-没有码');
  await agent.tap('open-link');
  await agent.sees('发到本单位的群里');
  await agent.look('成员填写-二维码');
  const link = await agent.read('#member-link');

  const member = await candidateOn('成员', '13700000000');
  await member.open(link);
  await member.sees('某培训学校集体报名');
  await member.look('扫码以后');
  const said = valuesOfLine(0);
  await member.tap('begin-row');
  await member.type('row-name', said['name'] ?? '');
  await member.type('row-documentNumber', '110105199003070000');
  await member.tap('next-row-step');
  await member.sees('最后一位（校验码）对不上');
  await member.look('填写-号码不对');
  await member.type('row-documentNumber', numberOf(0));
  await member.tap('next-row-step');
  await member.sees('申报条件（第几条）');
  await member.page.locator('.choice[role="radio"]:visible').first().click();
  await member.look('填写-项目');
  await member.tap('next-row-step');
  await member.type('row-jobOccupation', said['jobOccupation'] ?? '');
  await member.page
    .locator('[id="row-jobFrom"] input:visible, input[id="row-jobFrom"]:visible')
    .first()
    .fill('2015-03-01');
  await member.look('填写-工作');
  await member.tap('next-row-step');
  await member.look('填写-证书学历');
  await member.tap('next-row-step');
  await member.sees('请您本人确认');
  const bytes = await portrait({ width: 1500, height: 2000, bytes: 600_000 });
  await member.pick('choose-photo', { name: 'portrait.jpg', type: 'image/jpeg', bytes });
  await member.sees('照片底色符合要求');
  for (const check of ['truthful', 'noticeRead', 'shares']) await member.tap(`fill-${check}`);
  await member.look('填写-照片和确认');
  await member.tap('send-row');
  await giveConsent(member);
  await member.sees('已填好，等单位收进名单');
  await member.look('填好了');

  await agent.page.reload();
  await agent.sees('把填好的 1 人收进名单');
  await agent.tap('see-waiting');
  await agent.sees('本人扫码填写，等您收进名单');
  await agent.look('等收进名单');
  await agent.tap('row-');
  await agent.sees('核对是不是本单位的人');
  await agent.look('等收的一人');
  await agent.tap('admit-row');
  await agent.sees('本人已确认');
  await agent.look('收进的一人');
  await member.page.reload();
  await member.sees('已填好，等单位提交');
  world.clock.passWall(60_000);
  const { rows } = await (
    await candidateByPhone(world, '13700000000')
  ).api.ok(rosterMembers.listFilledRows, { params: { token: link.split('token=')[1] ?? '' } });
  expect(rows).toMatchObject([{ confirmed: 'phone', admission: 'admitted', standing: 'ready' }]);
  expect(agent.faults()).toEqual([]);
  expect(member.faults()).toEqual([]);
});
