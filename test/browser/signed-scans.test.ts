import { expect, it } from 'vitest';
import { rosterResults, rosters } from '@jikaotong/shared/contract';
import { filledRoster, lineOf, photosOf, templateOf } from '../support/rosters';
import { blankPage, scanPdf, scannedPages } from '../support/scan-of';
import { sendSheet } from '../support/send-sheet';
import { trainingBodyIn } from '../support/training-body';
import { openBrowserWorld } from './browser-world';
import { whileJobsRun } from './while-jobs-run';

const MANY = 3;

it('an agent scans the signed stack, gives the page that nobody reads to its person, and staff see which it was', async () => {
  const { world, candidateOn, staffOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const { roster, unit, agent: account } = await trainingBodyIn(world);
  const id = { id: roster.id };
  const orders = Array.from({ length: MANY }, (_, order) => order);
  const bytes = await filledRoster(
    await templateOf(account, roster.id),
    orders.map((order) => lineOf(order)),
  );
  await sendSheet(world, account, { endpoints: rosters.rosterSheet, id: roster.id, bytes });
  const zip = { bytes: await photosOf(orders), name: '照片.zip' };
  await account.api.ok(rosters.uploadRosterPhotos, { params: id, file: zip });
  await world.runJobs();
  const printed = await account.api.file(rosterResults.downloadRosterForms, { params: id });
  const [first, ...others] = await scannedPages(printed, (page) => ({ angle: page % 2 === 0 ? 1.2 : 179, dpi: 150 }));
  if (!first) throw new Error('no page');
  world.clock.passWall(60_000);

  const agent = await candidateOn('经办人', '13900000001');
  await goTo(agent, `packages/unit/roster/index?id=${roster.id}`);
  await agent.sees('等本人确认');
  await agent.tap('roster-signed');
  await agent.sees('还没有齐的人 3');
  await agent.look('签字表-还没有传');
  const pdf = (pages: readonly Buffer[]) =>
    scanPdf(pages).then((made) => ({ name: '扫描.pdf', type: PDF, bytes: made }));
  await agent.pick('send-scan', await pdf([await blankPage(), ...others, others[0] ?? first]));
  await agent.sees('停止读取');
  await agent.look('签字表-正在读');
  await whileJobsRun(agent.page, world, () => agent.sees('要处理的页 2'));
  await agent.sees('还没有齐的人 1');
  await agent.look('签字表-要处理');
  await agent.tapWord('第 1 份第 1 页');
  await agent.sees('这是谁的');
  await agent.look('签字表-这是谁的');
  await agent.tap('give-');
  await agent.sees('要处理的页 1');
  await agent.tap('left-');
  await agent.sees('这一页已经有了');
  await agent.look('签字表-已经有了');
  await agent.tap('drop-page');
  await agent.sees('签字表都齐了');
  await agent.look('签字表-齐了');
  await goTo(agent, `packages/unit/roster/index?id=${roster.id}`);
  await agent.sees(`提交 ${MANY} 人`);
  await agent.look('签字表-可以提交');

  await account.api.ok(rosters.submitRoster, { params: id, body: { firstReviewed: false } });
  await world.runJobs();
  const reviewer = await staffOn('审核签字表', 'shenhe', `packages/unit/judge/index?id=${unit.id}`);
  await reviewer.sees('手工归入的签字表');
  await reviewer.tap('by-hand-');
  await reviewer.sees('看签字页');
  await reviewer.look('手工归入的签字表');
  expect([...agent.faults(), ...reviewer.faults()]).toEqual([]);
});

const PDF = 'application/pdf';
