import { expect, it } from 'vitest';
import { publishing } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { futureInstaller } from '../builders/facts';
import { nextB26, reworded } from '../builders/notice-files';
import { readyDraft } from '../support/apply';
import { openExamination } from '../support/examination';
import { candidateByPhone } from '../support/people';
import { openBrowserWorld } from './browser-world';

const mobile = '13800002222';
const fileOf = (name: string, text: string) => ({ name, type: 'text/plain', bytes: Buffer.from(text) });

it('a publisher brings a notice from its file to its next version, and a candidate reads what it changed for them', async () => {
  const { world, staffOn, candidateOn } = await openBrowserWorld({ day: '2026-11-23' });
  const exam = await openExamination(world);
  await exam.approved('o-handed-in', { order: 4 });
  const young = await candidateByPhone(world, mobile);
  const birthDate = localDate('2009-05-01');
  await readyDraft(young, exam.params.id, {
    order: 1,
    birthDate,
    facts: futureInstaller({ birthDate }),
    phone: mobile,
  });

  const phone = await staffOn('发布员', 'fabu');
  await phone.tap('go-notices');
  await phone.sees('正在使用');
  await phone.look('通知');

  // a slip is told at its line, and nothing is taken
  const next = nextB26();
  const wrong = reworded(
    next,
    ['totalFen: 29000', 'totalFen: 29500'],
    ['quote: 准考证为电子版', 'quote: 准考证为纸质版'],
  );
  await phone.tap('import-notice');
  await phone.sees('导入后只是草稿');
  await phone.look('导入');
  await phone.pick('notice-file', fileOf('b26.yaml', wrong.yaml));
  await phone.sees(/已读入 \d+ 行/);
  await phone.pick('raw-file', fileOf('b26.txt', wrong.rawText));
  await phone.pick('notice-file', fileOf('b26.yaml', next.yaml.replace('\n  ', '\n\t')));
  await phone.tap('import-go');
  await phone.sees('文件里有 1 处要改，没有导入');
  await phone.sees('这一行用制表符（Tab）缩进，请改成空格');
  await phone.pick('notice-file', fileOf('b26.yaml', wrong.yaml));
  await phone.page.getByText('文件里有 1 处').waitFor({ state: 'detached' });
  await phone.tap('import-go');
  await phone.sees('文件里有 2 处要改，没有导入');
  await phone.sees('各项费用相加与合计不一致');
  await phone.look('文件有误');
  await phone.pick('notice-file', {
    name: 'b26.yaml',
    type: 'text/plain',
    bytes: Buffer.from([0xd0, 0xad, 0xbb, 0xe1]),
  });
  await phone.sees('这不是 UTF-8 文本文件。请在编辑器里另存为 UTF-8 编码后再选。');
  await phone.page.getByText('文件里有 2 处').waitFor({ state: 'detached' });

  await phone.pick('notice-file', fileOf('b26.yaml', next.yaml));
  await phone.tap('import-go');
  await phone.sees('第 1 版 → 第 2 版');
  await phone.sees(/理论知识：65.00元 → 75.00元/);
  await phone.sees('最低年龄：16 → 18');
  await phone.sees('未提交的报名 1 份，已提交的报名 1 份');
  await phone.tapWord('对照原文');
  await phone.look('与现在的不同');

  await phone.tap('go-trial');
  await phone.tap('trial-go');
  await phone.sees('2 人会不同');
  await phone.sees('符合条件 → 暂不符合条件');
  await phone.look('试算');
  await phone.page.goBack();

  await phone.tap('go-assumptions');
  await phone.sees('现在的版本也这样推定');
  await phone.look('推定');
  for (const box of await phone.page.locator('[id^="assumption-"]:visible').all()) {
    await box.tap();
    await phone.page.waitForFunction(
      (id) => document.getElementById(id)?.getAttribute('aria-checked') === 'true',
      (await box.getAttribute('id')) ?? '',
    );
  }
  await phone.sees('都确认了，返回');
  await phone.look('都已确认');
  await phone.tap('assumptions-done');

  await phone.tap('publish-notice');
  await phone.sees('发布后不能撤回');
  await phone.look('确认发布');
  // a colleague is faster: the screen says so, and shows what was published
  const colleague = exam.administrator;
  const drafts = (await colleague.api.ok(publishing.listStaffNotices, {})).items.map(({ draft }) => draft?.id);
  const id = drafts.find((one) => one !== undefined) ?? '';
  await colleague.api.ok(publishing.publishNotice, { params: { id } });
  await phone.tap('publish-notice-yes');
  await phone.sees('同事已经发布了第 2 版');
  await phone.sees('已经发布');
  await phone.sees(/^admin .*第 2 版。已通知：未提交的报名 1 份，已提交的报名 1 份。$/);
  await phone.look('已发布');
  await phone.tapWord('看各个版本');
  await phone.sees('第 2 版（现在的）');
  await phone.look('版本');
  await phone.tap('version-1');
  await phone.sees('现在用的是第 2 版');
  await phone.look('旧版');

  const candidate = await candidateOn('草稿的考生', mobile);
  await candidate.open(`${world.origin}/#/packages/apply/messages/index`);
  await candidate.sees(/费用由280.00元改为290.00元/);
  await candidate.sees(/原来符合条件，现在暂不符合条件/);
  await candidate.look('消息');
  await candidate.open(`${world.origin}/#/pages/notice/index?id=bspia-2026-certification`);
  await candidate.sees('第 2 版');
  await candidate.look('通知');
  expect([...phone.faults(), ...candidate.faults()]).toEqual([]);
});
