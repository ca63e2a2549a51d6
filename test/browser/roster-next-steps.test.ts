import { expect, it } from 'vitest';
import { rosterRows } from '@jikaotong/shared/contract';
import { zipOf } from '../../bff/src/platform/sheets/zip-of.testing';
import { portrait } from '../builders/photos';
import { rosterInPart } from '../support/corrected-roster';
import { lineOf, numberOf, rowsIn } from '../support/rosters';
import { trainingBodyIn } from '../support/training-body';
import { openBrowserWorld } from './browser-world';

it('an agent knows of photos, of who has to confirm and of what is handed in what comes next', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const body = await trainingBodyIn(world);
  await rosterInPart({ ...body, world }, { people: 4, photos: 2, handedIn: 1 });
  world.clock.passWall(60_000);

  const agent = await candidateOn('下一步', '13900000001');
  await goTo(agent, 'pages/me/index');
  await goTo(agent, `packages/unit/roster/index?id=${body.roster.id}`);
  await agent.sees('已提交 1 人');
  await agent.sees('照片要求');
  await agent.sees(/^40–80KB，白色背景，JPG 格式/);
  const small = { name: `${numberOf(2)}.jpg`, bytes: await portrait({ width: 60, height: 90, bytes: 50_000 }) };
  await agent.pick('roster-photos', { name: '照片.zip', type: 'application/zip', bytes: zipOf([small]) });
  await agent.sees('1 张：高要大于 132 像素，宽要大于 88 像素');
  await agent.sees(`还差 2 人：${lineOf(2)['姓名']}、${lineOf(3)['姓名']}`);
  await agent.look('照片没有采用');

  await agent.tap('rows-unconfirmed');
  await agent.sees('发二维码、打印认领码');
  await agent.look('等本人确认');
  await agent.tap('remind');
  await agent.sees(/提醒过/);
  await agent.tap('rows-link');
  await agent.sees('让成员自己填、自己确认');
  await agent.look('让成员自己填');

  world.clock.passWall(60_000);
  for (const { id: rowId } of (await rowsIn(body.agent, body.roster.id)).slice(1))
    await body.agent.api.ok(rosterRows.removeRosterRow, { params: { id: body.roster.id, rowId } });
  await goTo(agent, `packages/unit/roster/index?id=${body.roster.id}`);
  await agent.sees('还要加人');
  await agent.look('都提交了');
  await agent.tap('unfold-sending');
  await agent.sees('下载名单模板');

  const [handedIn] = await rowsIn(body.agent, body.roster.id);
  await goTo(agent, `packages/unit/row/index?id=${body.roster.id}&row=${handedIn?.id ?? ''}`);
  await agent.sees('撤回这个人的报名');
  await agent.look('已提交的一位');
  await agent.tap('row-swap');
  await agent.look('换人以前');
  await agent.tapWord('换下');
  await agent.sees('添加一人');
  expect((await rowsIn(body.agent, body.roster.id)).map(({ state }) => state)).toEqual(['withdrawn']);
  expect(agent.faults()).toEqual([]);
});
