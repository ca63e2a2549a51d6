import { expect, it } from 'vitest';
import { colleagueOf } from '../support/counter';
import { listOf, student } from '../support/government-list';
import { candidateByPhone, firstAdministrator } from '../support/people';
import { planSession } from '../support/plan-session';
import { filledRoster, openRoster, templateOf } from '../support/rosters';
import { sendSheet } from '../support/send-sheet';
import { approvedUnit, unitCode } from '../support/units';
import { rosters } from '@jikaotong/shared/contract';
import { openBrowserWorld } from './browser-world';

const body = { id: 'shqbxh', name: '上海市企事业单位治安保卫协会' } as const;
const DESK = { width: 1280, height: 800 };

it('a school of S25 holds the government’s list against its own, and staff tick the signed originals', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2025-06-17' });
  const administrator = await firstAdministrator(world, 'shqbxh-admin', body);
  const reviewer = await colleagueOf(world, administrator, body.id, 'shenhe', ['reviewer']);
  const sessionId = await planSession(administrator, {
    noticeId: 'shqbxh-2025-certification',
    name: '2025年8月批次',
    examOn: '2025-08-16',
    offerings: { 'security-manager-3': ['theory', 'skill'] },
    opens: '2025-06-16',
    closes: '2025-07-15',
    payBy: '2025-07-20',
  });
  const person = await candidateByPhone(world, '13900000001');
  const told = { bodyId: body.id, name: '某保安学校', kind: 'school' as const, code: unitCode(1) };
  const unit = await approvedUnit(person, reviewer, told);
  const roster = await openRoster(person, unit, sessionId);
  const bytes = await filledRoster(
    await templateOf(person, roster.id),
    Array.from({ length: 5 }, (_, order) => student(order)),
  );
  await sendSheet(world, person, { endpoints: rosters.rosterSheet, id: roster.id, bytes });

  const agent = await candidateOn('学校经办人', '13900000001');
  await goTo(agent, `packages/unit/roster/index?id=${roster.id}`);
  await agent.sees('办理步骤，已完成 0 / 4');
  await agent.tap('site-step-1');
  await agent.sees('办理步骤，已完成 1 / 4');
  await agent.look('自助经办');
  const list = listOf([{ order: 0 }, { order: 1, phone: '13711112222' }, { order: 2 }, { order: 3 }, { order: 9 }]);
  await agent.pick('list-upload', { name: '名单.csv', type: 'text/csv', bytes: list });
  await agent.sees('对列：名单里哪一列是什么');
  await agent.look('对列');
  await agent.page.setViewportSize(DESK);
  await agent.look('对列 大屏');
  await agent.tap('map-save');
  await agent.sees('确认导入 2 人');
  await agent.sees('13711112222');
  await agent.look('名单差异 大屏');
  await agent.tap('sheet-removes');
  await agent.sees('确认导入 3 人');
  await agent.tap('sheet-confirm');
  await agent.sees('正在导入');
  await world.runJobs();
  await agent.sees('已导入');

  const clerk = await staffOn('收原件', 'shenhe', `packages/unit/judge/index?id=${unit.id}`);
  await clerk.page.setViewportSize(DESK);
  await clerk.sees('签字原件 0 / 5');
  await clerk.tap('original-');
  await clerk.sees('签字原件 1 / 5');
  await clerk.look('签字原件 大屏');
  expect(agent.faults()).toEqual([]);
  expect(clerk.faults()).toEqual([]);
});
