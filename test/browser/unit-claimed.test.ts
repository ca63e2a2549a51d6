import { units } from '@jikaotong/shared/contract';
import { expect, it } from 'vitest';
import { firstAdministrator, staffMember, candidateByPhone } from '../support/people';
import { registered, unitCode, unitTold } from '../support/units';
import { openBrowserWorld } from './browser-world';

const NAME = '北京庚安防有限公司';

it('gives a unit that staff entered to whoever claims its code, who invites a colleague by its name', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2026-11-23' });
  const administrator = await firstAdministrator(world);
  const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
  const { bodyId, ...told } = await unitTold(reviewer, { name: NAME, code: unitCode(9) });
  const entered = await reviewer.api.ok(units.enterUnit, { params: { id: bodyId }, body: told });
  const claimant = await candidateByPhone(world, '13900000001');
  const claim = await registered(claimant, { name: NAME, code: unitCode(9) });

  const desk = await staffOn('审核', 'shenhe', `packages/unit/judge/index?id=${claim.id}`);
  await desk.sees('已登记的这个单位还没有经办人');
  await desk.look('单位已由工作人员录入');
  await desk.tap(`take-claimant-${entered.id}`);
  await desk.sees('核对过证明材料了吗？');
  await desk.tapWord('核对过了');
  await desk.sees('不予通过');
  expect((await claimant.api.ok(units.getUnit, { params: { id: entered.id } })).agents).toHaveLength(1);

  const agent = await candidateOn('认领的经办人', '13900000001');
  await goTo(agent, 'packages/apply/messages/index');
  await agent.tap('message-');
  await agent.sees(NAME);
  const { linkPath } = await claimant.api.ok(units.inviteAgent, {
    params: { id: entered.id },
    body: { phone: '13900000002', handsOver: false },
  });
  const colleague = await candidateOn('受邀的同事', '13900000002');
  await colleague.open(`${world.origin}/#/pages/me/index`);
  await colleague.tap('large-type');
  await colleague.open(`${world.origin}${linkPath}`);
  await colleague.sees(NAME);
  await colleague.look('大字-邀请');
  await colleague.tap('join-unit');
  await colleague.sees('修改联系方式');
  await goTo(agent, 'packages/unit/mine/index');
  await agent.sees(NAME);
  expect([...desk.faults(), ...agent.faults(), ...colleague.faults()]).toEqual([]);
});
