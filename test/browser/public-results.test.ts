import { expect, it } from 'vitest';
import { results } from '@jikaotong/shared/contract';
import { portrait } from '../builders/photos';
import { openExamination } from '../support/examination';
import { equipBody } from '../support/people';
import { atDesk } from './at-desk';
import { openBrowserWorld } from './browser-world';

it('marks are keyed in by two, published and objected to by somebody passing by, who reads the answer', async () => {
  const browserWorld = await openBrowserWorld({ day: '2026-11-23', env: { STAFF_SECOND_PERSON: 'required' } });
  const { world, phoneFor, goTo } = browserWorld;
  const exam = await openExamination(world);
  await equipBody(world, exam.administrator);
  const anna = await exam.paid('o-anna', { name: '安娜', order: 1 });
  const bo = await exam.paid('o-bo', { name: '薄一', order: 2 });
  await world.moveTo('2026-12-07');
  await world.moveTo('2026-12-14');
  const [a, b] = [await exam.numberOf(anna), await exam.numberOf(bo)];
  const session = exam.params.id;

  const scores = `packages/staff/scores/index?session=${session}`;
  const marker = await atDesk(browserWorld, { owner: '登分桌面', name: 'dengfen', page: scores });
  await marker.sees('薄一');
  await marker.look('待录入');
  await marker.openRow('安娜');
  await marker.sees('还没有成绩');
  await marker.look('录入一名');
  await marker.type('key-theory', '80');
  await marker.type('key-skill', '90');
  await marker.click('save-marks');
  await marker.sees(`薄一　${b}`);
  await marker.type('key-theory', '59.5');
  await marker.type('key-skill', '70');
  await marker.click('save-marks');
  await marker.sees('4 个成绩等别人核对');
  await marker.look('已录入');

  const checker = await atDesk(browserWorld, { owner: '核对桌面', name: 'fuhe', page: scores });
  await checker.sees(/与登分册核对无误.*4 个成绩/);
  await checker.look('待核对');
  await checker.click('confirm-marks-installer-5');
  await checker.page.locator('#confirm-marks-installer-5').waitFor({ state: 'detached' });

  const publisher = await atDesk(browserWorld, { owner: '发布桌面', name: 'fabu', page: scores });
  await publisher.sees('薄一');
  await publisher.click('publish-results');
  await publisher.sees('合格 1 人');
  await publisher.sees('申请复核');
  await publisher.look('将要发布');
  await publisher.click('publish-results-yes');
  await publisher.page.locator('#publish-results-yes').waitFor({ state: 'detached' });
  await exam.administrator.api.ok(results.publishResults, {
    params: exam.params,
    body: { offerings: ['installer-5'] },
  });

  const visitor = await phoneFor('公示');
  await visitor.open(`${world.origin}/#/packages/exam/publicity/index?session=${session}`);
  await visitor.sees(a);
  await visitor.look('名单');
  await visitor.type('publicity-search', a.slice(-5));
  await visitor.tap('publicity-search-go');
  await visitor.page.getByText(b).waitFor({ state: 'detached' });
  await visitor.sees(a);
  await visitor.tap('object');
  await visitor.sees('对公示名单提出异议');
  await visitor.tap('file-objection');
  await visitor.sees('请写清楚是什么情况');
  await visitor.look('异议没填完');
  await visitor.tapWord('不是本人参加考试');
  await visitor.type('objection-reasons', '考试当天本人在外地，进场的人和照片不像');
  await visitor.type('objection-name', '李见证');
  world.clock.passWall(60_000);
  await visitor.type('phone', '13911110001');
  await visitor.tap('request-code');
  await visitor.type('code', await world.owner.smsCode('13911110001'));
  await visitor.tap('file-objection');
  await visitor.sees('已收到您的异议');
  await visitor.pick('add-evidence', { name: 'x.jpg', type: 'image/jpeg', bytes: await portrait() });
  await visitor.sees('已有 1 个');
  await visitor.look('回执');
  const receipt = (await visitor.page.locator('#receipt').innerText()).replaceAll(' ', '');
  expect(receipt).toMatch(/^YY[2-9A-Z]{12}$/);

  await publisher.open(`packages/scores/objections/index?session=${session}`);
  await publisher.sees('安娜');
  await publisher.look('异议');
  await publisher.openRow('安娜');
  await publisher.sees('李见证');
  await publisher.clickWord('不成立');
  await publisher.type('objection-words', '核对监控和身份证，系本人参加考试');
  await publisher.look('办理异议');
  await publisher.click('decide-objection');
  await publisher.sees('异议不成立');

  await goTo(visitor, 'packages/exam/objection-answer/index');
  await visitor.type('objection-receipt', receipt.toLowerCase());
  await visitor.tap('look-up-objection');
  await visitor.sees('核对监控和身份证，系本人参加考试');
  await visitor.look('答复');
  await publisher.open(scores);
  await publisher.click('show-publicity');
  await publisher.sees('扫码就能查看名单');
  await publisher.look('公示二维码和导出');
});
